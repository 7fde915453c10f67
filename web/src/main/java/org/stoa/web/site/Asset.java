package org.stoa.web.site;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that pages are made with: a stylesheet, a script, an icon.
 *
 * @param name its name in the WAR, like {@code stoa.css}
 * @param file what is sent
 */
record Asset(String name, SentFile file) {
    private static final int HASH_LENGTH = 10;
    private static final Pattern HASHED = Pattern.compile("([a-z0-9-]+)\\.([0-9a-f]{10})\\.([a-z0-9]+)");

    /** The name that changes with the content: {@code stoa.0123456789.css}. */
    String hashedName() {
        int dot = name.lastIndexOf('.');
        return name.substring(0, dot) + "." + file.sha256().substring(0, HASH_LENGTH) + name.substring(dot);
    }

    /** The name in the WAR for a name with a hash, whatever the hash; none for another form of name. */
    static Optional<String> plainName(String hashedName) {
        return Optional.of(HASHED.matcher(hashedName))
                .filter(Matcher::matches)
                .map(match -> match.group(1) + "." + match.group(3));
    }
}
