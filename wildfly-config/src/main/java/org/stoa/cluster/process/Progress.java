package org.stoa.cluster.process;

import java.util.Locale;
import java.util.function.Consumer;

/** Lines that tell the person who waits what was done, each with the seconds since the command began. */
public final class Progress {
    /** Some programs log lines of kilobytes; the beginning says what happened. */
    private static final int LONGEST = 300;

    private final long began = System.nanoTime();
    private final Consumer<String> lines;

    /**
     * Progress that begins now.
     *
     * @param lines takes the lines, in order; called by one thread
     */
    public Progress(Consumer<String> lines) {
        this.lines = lines;
    }

    /**
     * Reports a step that was done.
     *
     * @param text what was done, e.g. {@code primary: accepting connections}
     */
    public void step(String text) {
        var seconds = (System.nanoTime() - began) / 1e9;
        lines.accept(String.format(Locale.ROOT, "[%5.1f s] %s", seconds, text));
    }

    /**
     * Shows a line as it is, e.g. one of another program's log.
     *
     * @param line the line
     */
    public void quote(String line) {
        lines.accept("          | " + (line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line));
    }
}
