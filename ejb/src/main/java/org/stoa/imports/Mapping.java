package org.stoa.imports;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which column of a file is what about a product.
 *
 * @param key where the SKU comes from
 * @param fields what feeds a field: {@code title}, {@code description}, {@code price}, {@code stock}, {@code category} (its slug)
 *     or {@code attributes.NAME}
 * @param constants values for fields that no column feeds, of products that are new; others keep theirs, so that importing again
 *     puts nothing back that was sold
 * @param categories those that are made where they are missing
 */
public record Mapping(
        Key key, Map<String, Source> fields, Map<String, String> constants, List<NewCategory> categories) {
    /** What fields are called that become attributes, before the attribute's name. */
    public static final String ATTRIBUTE = "attributes.";

    public Mapping {
        fields = Map.copyOf(fields);
        constants = Map.copyOf(constants);
        categories = List.copyOf(categories);
    }

    /**
     * Where the SKU comes from.
     *
     * @param column the column that names a product
     * @param prefix what is put before it
     */
    public record Key(String column, String prefix) {}

    /**
     * What feeds a field.
     *
     * @param column the column
     * @param conversion what is done to its cells
     */
    public record Source(String column, Conversion conversion) {
        @JsonCreator
        static Source of(@JsonProperty("column") String column, @JsonProperty("conversion") String conversion) {
            return new Source(column, Conversion.named(conversion));
        }
    }

    /**
     * A category at the top of the tree.
     *
     * @param slug its name in addresses
     * @param name its name for people
     * @param description plain text
     */
    public record NewCategory(String slug, String name, String description) {}

    /** The columns that a file must have; it may have more. */
    public Set<String> columns() {
        var all = new LinkedHashSet<String>();
        all.add(key.column());
        fields.values().stream().map(Source::column).sorted().forEach(all::add);
        return all;
    }
}
