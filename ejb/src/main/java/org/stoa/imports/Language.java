package org.stoa.imports;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names of languages as catalogues write them: {@code eng}, {@code en-US}, {@code fre}. */
final class Language {
    private static final Pattern TAG = Pattern.compile("([A-Za-z]{2,3})([-_][A-Za-z0-9]{1,8}){0,4}");

    /** The codes of ISO 639-2 that libraries use beside the terminological ones. */
    private static final Map<String, String> OF_LIBRARIES = Map.ofEntries(
            Map.entry("alb", "sq"),
            Map.entry("arm", "hy"),
            Map.entry("baq", "eu"),
            Map.entry("bur", "my"),
            Map.entry("chi", "zh"),
            Map.entry("cze", "cs"),
            Map.entry("dut", "nl"),
            Map.entry("fre", "fr"),
            Map.entry("geo", "ka"),
            Map.entry("ger", "de"),
            Map.entry("gre", "el"),
            Map.entry("ice", "is"),
            Map.entry("mac", "mk"),
            Map.entry("may", "ms"),
            Map.entry("mao", "mi"),
            Map.entry("per", "fa"),
            Map.entry("rum", "ro"),
            Map.entry("slo", "sk"),
            Map.entry("tib", "bo"),
            Map.entry("wel", "cy"));

    private static final Map<String, String> TERMINOLOGICAL = Stream.of(Locale.getISOLanguages())
            .collect(toUnmodifiableMap(
                    code -> Locale.forLanguageTag(code).getISO3Language(), code -> code, (first, second) -> first));

    private static final Set<String> SHORT = Set.of(Locale.getISOLanguages());

    private Language() {}

    /** The code of ISO 639-1, or that of 639-2 for those that have no shorter one; empty where it names no language. */
    static Optional<String> of(String text) {
        var tag = TAG.matcher(text);
        if (!tag.matches()) {
            return Optional.empty();
        }
        var code = tag.group(1).toLowerCase(Locale.ROOT);
        var shortest = OF_LIBRARIES.getOrDefault(code, TERMINOLOGICAL.getOrDefault(code, code));
        return Optional.of(shortest).filter(Language::isKnown);
    }

    /** Codes of three letters are known where the language has a name; of others the platform just repeats the code. */
    private static boolean isKnown(String code) {
        var name = Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
        return SHORT.contains(code) || !(name.isEmpty() || name.equals(code));
    }
}
