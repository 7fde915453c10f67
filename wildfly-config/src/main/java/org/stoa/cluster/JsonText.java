package org.stoa.cluster;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads single members out of the JSON that the shop itself writes: the first of that name, at whatever depth. The launcher has
 * no JSON library, and needs no more than this.
 */
final class JsonText {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-fA-F]{4}|.)");

    private JsonText() {}

    /** A string; empty where it is null or not there. */
    static Optional<String> string(String json, String name) {
        var found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"")
                .matcher(json);
        return found.find() ? Optional.of(plain(found.group(1))) : Optional.empty();
    }

    /** A whole number; 0 where it is null or not there. */
    static long number(String json, String name) {
        var found = Pattern.compile("\"" + name + "\"\\s*:\\s*(-?[0-9]{1,18})").matcher(json);
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    private static String plain(String escaped) {
        return ESCAPE.matcher(escaped).replaceAll(found -> {
            var code = found.group(1);
            var character =
                    switch (code.charAt(0)) {
                        case 'u' -> String.valueOf((char) Integer.parseInt(code.substring(1), 16));
                        case 'n', 'r', 't', 'b', 'f' -> " ";
                        default -> code;
                    };
            return Matcher.quoteReplacement(character);
        });
    }
}
