package org.stoa.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stoa.Refusal;

/** The mappings that there are: a file for each beside this class. */
public final class Mappings {
    /** Their names. */
    public static final List<String> NAMES = List.of("books", "catalogue");

    private static final Map<String, Mapping> ALL = read();

    private Mappings() {}

    /**
     * The mapping of that name.
     *
     * @throws Refusal invalid: there is none
     */
    public static Mapping named(String name) {
        return find(name)
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.INVALID, "mapping: one of " + String.join(", ", NAMES) + ", or none at all."));
    }

    /** The mapping of that name, or empty if this clone knows none. */
    public static Optional<Mapping> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /**
     * The name of the first mapping whose columns are all there.
     *
     * @throws Refusal invalid: there is none
     */
    public static String fitting(Collection<String> columns) {
        return NAMES.stream()
                .filter(name -> columns.containsAll(ALL.get(name).columns()))
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Kind.INVALID, "The columns fit no mapping. " + needed()));
    }

    private static String needed() {
        var text = new StringBuilder();
        NAMES.forEach(name -> text.append(name)
                .append(" needs ")
                .append(String.join(", ", ALL.get(name).columns()))
                .append(". "));
        return text.toString().strip();
    }

    private static Map<String, Mapping> read() {
        var all = new LinkedHashMap<String, Mapping>();
        NAMES.forEach(name -> all.put(name, read(name)));
        return all;
    }

    private static Mapping read(String name) {
        try (var in = Mappings.class.getResourceAsStream(name + ".json")) {
            return new ObjectMapper().readValue(in, Mapping.class);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read the mapping " + name, e);
        }
    }
}
