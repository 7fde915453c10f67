package org.stoa.data;

/**
 * Something changed.
 *
 * @param transaction the number of the transaction that changed it
 * @param tag what changed, as the triggers of the migrations write it
 */
record Change(long transaction, String tag) {
    private static final char SEPARATOR = ' ';

    /** Of a look's text: the transaction, a space, the tag. */
    static Change parse(String text) {
        int separator = text.indexOf(SEPARATOR);
        return new Change(Long.parseLong(text.substring(0, separator)), text.substring(separator + 1));
    }
}
