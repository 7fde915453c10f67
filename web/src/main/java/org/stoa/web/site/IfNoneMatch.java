package org.stoa.web.site;

import java.util.Collection;
import java.util.stream.Stream;

/** Whether a browser has an answer already (RFC 9110, 13.1.2). */
public final class IfNoneMatch {
    private static final String WEAK = "W/";

    private IfNoneMatch() {}

    /**
     * Compares weakly.
     *
     * @param headers all values of {@code If-None-Match}, each with one tag or several
     * @param etag of the answer
     */
    public static boolean names(Collection<String> headers, String etag) {
        return headers.stream()
                .flatMap(header -> Stream.of(header.split(",")))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || weak(tag).equals(weak(etag)));
    }

    private static String weak(String tag) {
        return tag.startsWith(WEAK) ? tag : WEAK + tag;
    }
}
