package org.stoa.benchmarks;

import java.util.List;
import java.util.Optional;

/**
 * An answer as it came over the wire.
 *
 * @param status e.g. 200
 * @param head the status line and the headers, a line each
 * @param body perhaps compressed
 */
record RawAnswer(int status, String head, byte[] body) {
    private static final String CACHE = "Cache-Status";
    private static final String HIT = "hit";

    /** Without streams: it is asked of each answer, while the clock runs. */
    Optional<String> header(String name) {
        for (int line = head.indexOf('\n'); line >= 0; line = head.indexOf('\n', line + 1)) {
            int colon = line + 1 + name.length();
            if (head.regionMatches(true, line + 1, name, 0, name.length())
                    && colon < head.length()
                    && head.charAt(colon) == ':') {
                int next = head.indexOf('\n', colon);
                return Optional.of(head.substring(colon + 1, next < 0 ? head.length() : next)
                        .strip());
            }
        }
        return Optional.empty();
    }

    /** The headers, a line each. */
    List<String> headers() {
        return head.lines().skip(1).filter(line -> line.indexOf(':') > 0).toList();
    }

    /** What the shop's cache says about it: {@code hit}, {@code miss}, {@code stale}, {@code bypass}; or {@code none}. */
    String cache() {
        return header(CACHE)
                .map(value -> value.contains("; hit") ? HIT : value.replaceFirst(".*; *fwd=(\\w+).*", "$1"))
                .orElse("none");
    }

    /** Whether it came from the shop's cache. */
    boolean isHit() {
        return cache().equals(HIT);
    }
}
