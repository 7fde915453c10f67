package org.stoa.system.feed;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * What a server answered.
 *
 * @param status of HTTP
 * @param headers the last of each name, in small letters
 * @param body as it came
 */
record Answer(int status, Map<String, String> headers, byte[] body) {
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Which clone answered, or the empty string. */
    String node() {
        return header("stoa-node").orElse("");
    }

    boolean degraded() {
        return headers.containsKey("stoa-degraded");
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return status + " " + headers + " " + text();
    }
}
