package org.stoa.web.site;

import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeMap;

/** The words of the shop's pages, for Java; views know them as {@code t}. */
public final class Texts {
    private static final ResourceBundle WORDS = ResourceBundle.getBundle("org.stoa.web.messages", Formats.LOCALE);

    private Texts() {}

    /** The words of that key; throws MissingResourceException if there are none. */
    public static String get(String key) {
        return WORDS.getString(key);
    }

    /** All words whose keys begin like that, by the rest of their keys, in the order of that. */
    public static Map<String, String> all(String prefix) {
        var found = new TreeMap<String, String>();
        WORDS.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .forEach(key -> found.put(key.substring(prefix.length()), WORDS.getString(key)));
        return found;
    }

    /** The words of that key, if there are any. */
    public static Optional<String> find(String key) {
        return WORDS.containsKey(key) ? Optional.of(WORDS.getString(key)) : Optional.empty();
    }
}
