package org.stoa.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, line by line, and whether it is what was promised. */
final class Figures {
    private record Figure(String what, String measured, String bound, boolean kept) {}

    private final String name;
    private final List<Figure> figures = new ArrayList<>();

    /**
     * None yet.
     *
     * @param name of what is measured, before each line
     */
    Figures(String name) {
        this.name = name;
    }

    /** A figure that is promised to be at most that. */
    void atMost(double bound, String what, double measured, String details) {
        add(what, measured, "at most", bound, details, measured <= bound);
    }

    /** A figure that is promised to be at least that. */
    void atLeast(double bound, String what, double measured, String details) {
        add(what, measured, "at least", bound, details, measured >= bound);
    }

    private void add(String what, double measured, String word, double bound, String details, boolean kept) {
        add(new Figure(
                what,
                String.format(Locale.ROOT, "%.2f; %s", measured, details),
                String.format(Locale.ROOT, "%s %.2f", word, bound),
                kept));
    }

    /** Something to know, of which nothing is promised. */
    void note(String what, String measured) {
        add(new Figure(what, measured, "", true));
    }

    private void add(Figure figure) {
        figures.add(figure);
        System.out.println(name + ": " + line(figure));
    }

    /** All of them, as a table in Markdown. */
    void print() {
        System.out.println("| what | measured | promised |\n|---|---|---|");
        figures.forEach(figure -> System.out.println("| " + line(figure) + " |"));
    }

    private static String line(Figure figure) {
        return String.format(
                Locale.ROOT,
                "%s | %s | %s%s",
                figure.what(),
                figure.measured(),
                figure.bound(),
                figure.kept() ? "" : ": NOT KEPT");
    }

    boolean areKept() {
        return figures.stream().allMatch(Figure::kept);
    }
}
