package org.stoa.cache;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.stoa.Sha256;

/** The key of what a query found: the SHA-256 of its kind and its parameters, in their normal form. */
public final class QueryKey {
    private QueryKey() {}

    /**
     * The key of a query.
     *
     * @param kind which query
     * @param parameters whose texts tell them apart
     */
    public static String of(String kind, Collection<?> parameters) {
        var text = new StringBuilder(kind);
        for (var parameter : parameters) {
            var one = String.valueOf(parameter);
            // With its length, so that no two lists of parameters read the same.
            text.append('\n').append(one.length()).append(' ').append(one);
        }
        return kind + ' ' + Sha256.hex(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
