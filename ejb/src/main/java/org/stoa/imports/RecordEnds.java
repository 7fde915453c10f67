package org.stoa.imports;

/**
 * Finds where the records of a CSV file end (RFC 4180): at a line break that is not inside quotes. Works on bytes, because
 * in UTF-8 and all that contain ASCII no byte of another character looks like a quote, comma or line break.
 */
public final class RecordEnds {
    private State state = State.FIELD_START;

    private enum State {
        FIELD_START,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED
    }

    /** Takes the next byte of the file; true if it ends a record. */
    public boolean accept(byte next) {
        if (state == State.QUOTED) {
            state = next == '"' ? State.QUOTE_IN_QUOTED : State.QUOTED;
            return false;
        }
        boolean ends = next == '\n' || next == '\r';
        state = after(next, ends);
        return ends;
    }

    /** Whether the file may not end here: a quote is open. */
    public boolean isInsideQuotes() {
        return state == State.QUOTED;
    }

    private State after(byte next, boolean ends) {
        if (ends || next == ',') {
            return State.FIELD_START;
        }
        boolean opens = next == '"' && state != State.PLAIN;
        return opens ? State.QUOTED : State.PLAIN;
    }
}
