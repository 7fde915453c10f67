package org.stoa.system.feed;

import java.util.Optional;

/**
 * The stamp of an acknowledged write, as a client carries it, with what it promises: that write, and all that had been
 * acknowledged to anybody before that write was called.
 *
 * @param text the header's value
 * @param cookie name and value of the cookie
 * @param write whose stamp it is
 */
record Stamp(String text, String cookie, Write write) {
    /** How the names of all cookies with stamps begin. */
    static final String COOKIE = "stoa-stamp.";

    private static final String HEADER = "Stoa-Stamp";

    /** The stamp of an answer; none if it lacks the header or the cookie. */
    static Optional<Stamp> of(Answer answer, Write write) {
        var cookie = answer.header("set-cookie").filter(value -> value.startsWith(COOKIE));
        return answer.header("stoa-stamp")
                .flatMap(text -> cookie.map(value -> new Stamp(text, value.split(";", 2)[0], write)));
    }

    /** A request that carries it, as a program does or as a browser. */
    Request carriedBy(Request request, boolean asCookie) {
        return asCookie ? request.with("Cookie", cookie) : request.with(HEADER, text);
    }
}
