package org.stoa.web.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.stoa.web.site.Formats;
import org.stoa.web.site.Texts;

/**
 * An attribute of a product in words.
 *
 * @param label its name for people
 * @param value its value for people
 */
public record AttributeRow(String label, String value) {
    /** Those that readers look for first, in this order; the others follow by name. */
    private static final List<String> FIRST = List.of("author", "year", "language", "pages");

    /** The attributes of a product, in the order in which they are shown. */
    static List<AttributeRow> of(Map<String, Object> attributes) {
        var others = attributes.keySet().stream()
                .filter(name -> !FIRST.contains(name))
                .sorted();
        return Stream.concat(FIRST.stream(), others)
                .filter(name -> attributes.get(name) != null)
                .map(name -> new AttributeRow(label(name), value(name, attributes.get(name))))
                .toList();
    }

    private static String label(String name) {
        return Texts.find("attribute." + name).orElseGet(() -> inWords(name));
    }

    private static String inWords(String name) {
        var words = name.replaceAll("[-_]+", " ").strip();
        return words.isEmpty() ? name : words.substring(0, 1).toUpperCase(Formats.LOCALE) + words.substring(1);
    }

    private static String value(String name, Object value) {
        if (name.equals("year") && value instanceof Number year) {
            return year(year.longValue());
        }
        if (name.equals("language")) {
            return language(value.toString());
        }
        if (value instanceof Boolean truth) {
            return Texts.get(truth ? "yes" : "no");
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    /** A year as historians write it: 1813, 380 BC. */
    static String year(long year) {
        return year < 0 ? Texts.get("yearBeforeChrist").replace("{0}", Long.toString(-year)) : Long.toString(year);
    }

    /** The name of a language that is given by its ISO 639 code; as it stands if it is not. */
    public static String language(String code) {
        return code.matches("[a-z]{2,3}") ? Locale.forLanguageTag(code).getDisplayLanguage(Formats.LOCALE) : code;
    }
}
