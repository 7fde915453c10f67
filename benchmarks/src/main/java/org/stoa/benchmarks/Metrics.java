package org.stoa.benchmarks;

import java.util.stream.Stream;

/**
 * What a clone counts.
 *
 * @param text in the format of Prometheus
 */
record Metrics(String text) {
    /**
     * The sum of a metric over all its labels, or over those that are asked for.
     *
     * @param name a regular expression
     * @param labels as they are written, e.g. {@code server="replica"}; any order
     * @return 0 if there is none
     */
    double sum(String name, String... labels) {
        return text.lines()
                .filter(line -> line.matches(name + "(\\{.*)? \\S+"))
                .filter(line -> Stream.of(labels).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** Whether there is such a metric. */
    boolean has(String name) {
        return text.lines().anyMatch(line -> line.matches(name + "(\\{.*)? \\S+"));
    }
}
