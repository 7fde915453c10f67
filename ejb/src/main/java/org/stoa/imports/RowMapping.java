package org.stoa.imports;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.stoa.Refusal;
import org.stoa.catalogue.ImportedProduct;
import org.stoa.catalogue.ImportedProduct.Defaults;
import org.stoa.catalogue.Sku;

/** Makes products of the rows of one file: a mapping, applied to the columns as they stand in it. */
public final class RowMapping {
    private static final int LONGEST_TITLE = 500;

    /** Line breaks and tabs are text, other control characters are none. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\t\n\r]]");

    private final Mapping mapping;
    private final Map<String, Integer> places;
    private final int width;

    /**
     * @param header the names of the columns in their order
     * @throws Refusal invalid: a column is there twice, or one that the mapping needs is not
     */
    public RowMapping(Mapping mapping, List<String> header) {
        this.mapping = mapping;
        this.places = places(header);
        this.width = header.size();
        var missing = mapping.columns().stream()
                .filter(column -> !places.containsKey(column))
                .toList();
        if (!missing.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, "The file has no column " + String.join(", ", missing) + ".");
        }
    }

    /** What new products get about which the file says nothing. */
    public Defaults defaults() {
        var constants = mapping.constants();
        return new Defaults(
                constants.getOrDefault("description", ""),
                new BigDecimal(constants.getOrDefault("price", "0")),
                Integer.parseInt(constants.getOrDefault("stock", "0")),
                constants.get("category"));
    }

    /** The product of a row; nothing where something about it is wrong, which is then added to what is. */
    public Optional<ImportedProduct> product(long row, long line, List<String> cells, List<RowRefusal> wrong) {
        if (cells.size() != width) {
            wrong.add(new RowRefusal(
                    row, line, "", "The row has %d fields, the header %d.".formatted(cells.size(), width), ""));
            return Optional.empty();
        }
        int before = wrong.size();
        var sku = sku(row, line, cells, wrong);
        var values = values(row, line, cells, wrong);
        return wrong.size() == before ? Optional.of(product(sku.orElseThrow(), values)) : Optional.empty();
    }

    private Optional<Sku> sku(long row, long line, List<String> cells, List<RowRefusal> wrong) {
        var column = mapping.key().column();
        var cell = cells.get(places.get(column)).strip();
        try {
            Conversion.require(!cell.isEmpty(), "It names the product and must not be empty.");
            return Optional.of(new Sku(mapping.key().prefix() + cell));
        } catch (BadValue | Refusal e) {
            wrong.add(new RowRefusal(row, line, column, e.getMessage(), cell));
            return Optional.empty();
        }
    }

    private Map<String, Optional<Object>> values(long row, long line, List<String> cells, List<RowRefusal> wrong) {
        var values = new HashMap<String, Optional<Object>>();
        var reported = new HashSet<String>();
        mapping.fields().forEach((field, source) -> {
            var cell = cells.get(places.get(source.column()));
            try {
                values.put(field, value(field, source, cell));
            } catch (BadValue e) {
                if (reported.add(source.column())) {
                    wrong.add(new RowRefusal(row, line, source.column(), e.getMessage(), cell));
                }
            }
        });
        return values;
    }

    private static Optional<Object> value(String field, Mapping.Source source, String cell) throws BadValue {
        Conversion.require(!CONTROL.matcher(cell).find(), "It holds control characters.");
        var value = source.conversion().of(cell);
        switch (field) {
            case "title" -> {
                Conversion.require(value.isPresent(), "It must not be empty.");
                Conversion.require(value.get().toString().length() <= LONGEST_TITLE, "Longer than 500 characters.");
            }
            case "price", "stock", "category" -> Conversion.require(value.isPresent(), "It must not be empty.");
            case "description" -> {
                return Optional.of(value.orElse(""));
            }
            default -> {
                // An attribute may be missing.
            }
        }
        return value;
    }

    private static ImportedProduct product(Sku sku, Map<String, Optional<Object>> values) {
        var attributes = new LinkedHashMap<String, Optional<Object>>();
        values.forEach((field, value) -> {
            if (field.startsWith(Mapping.ATTRIBUTE)) {
                attributes.put(field.substring(Mapping.ATTRIBUTE.length()), value);
            }
        });
        return new ImportedProduct(
                sku,
                (String) values.get("title").orElseThrow(),
                values.getOrDefault("description", Optional.empty()).map(String.class::cast),
                values.getOrDefault("price", Optional.empty()).map(BigDecimal.class::cast),
                values.getOrDefault("stock", Optional.empty()).map(Integer.class::cast),
                values.getOrDefault("category", Optional.empty()).map(String.class::cast),
                attributes);
    }

    private static Map<String, Integer> places(List<String> header) {
        var places = new HashMap<String, Integer>();
        for (var name : header) {
            if (places.putIfAbsent(name, places.size()) != null) {
                throw new Refusal(Refusal.Kind.INVALID, "The file has two columns " + name + ".");
            }
        }
        return places;
    }
}
