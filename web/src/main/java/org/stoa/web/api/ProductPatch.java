package org.stoa.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.stoa.catalogue.ProductChange;
import org.stoa.catalogue.ProductStatus;
import org.stoa.money.Money;

/** Reads a merge patch (RFC 7396) of a product; collects all that is wrong with it before it refuses. */
final class ProductPatch {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** No exponents: a huge one would take all memory when it is calculated with. */
    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,12}(\\.\\d{1,4})?");

    private final JsonNode patch;
    private final List<Problem.FieldError> errors = new ArrayList<>();

    private ProductPatch(JsonNode patch) {
        this.patch = patch;
    }

    /** The change that a patch asks for; throws {@link InvalidBody} for fields that are unknown or have wrong values. */
    static ProductChange read(JsonNode patch) {
        if (patch == null || !patch.isObject()) {
            throw new InvalidBody(List.of(new Problem.FieldError("", "A JSON object.")));
        }
        return new ProductPatch(patch).change();
    }

    private ProductChange change() {
        patch.fieldNames().forEachRemaining(this::known);
        var change = new ProductChange(
                field("title", "A string.", ProductPatch::text),
                field("description", "A string.", ProductPatch::text),
                field("price", "An object {\"amount\": \"12.30\", \"currency\": \"EUR\"}.", ProductPatch::money),
                field("stock", "A whole number, 0 or more.", ProductPatch::stock),
                field("status", "draft, active or retired.", ProductPatch::status),
                field("attributes", "An object of strings, numbers and truth values.", ProductPatch::attributes)
                        .orElse(Map.of()));
        if (!errors.isEmpty()) {
            throw new InvalidBody(errors);
        }
        return change;
    }

    private void known(String field) {
        switch (field) {
            case "title", "description", "price", "stock", "status", "attributes" -> {}
            default ->
                errors.add(new Problem.FieldError(Problem.pointerStep(field), "Not a field that can be changed."));
        }
    }

    private <T> Optional<T> field(String name, String expected, Function<JsonNode, Optional<T>> read) {
        if (!patch.has(name)) {
            return Optional.empty();
        }
        var value = read.apply(patch.get(name));
        if (value.isEmpty()) {
            errors.add(new Problem.FieldError("/" + name, expected));
        }
        return value;
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.of(node)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(text -> text.indexOf(0) < 0);
    }

    private static Optional<Money> money(JsonNode node) {
        var amount = node.path("amount").asText();
        if (!node.path("amount").isTextual() || !AMOUNT.matcher(amount).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Money(
                    new BigDecimal(amount),
                    Currency.getInstance(node.path("currency").asText())));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> stock(JsonNode node) {
        return Optional.of(node)
                .filter(JsonNode::isIntegralNumber)
                .filter(JsonNode::canConvertToInt)
                .map(JsonNode::intValue);
    }

    private static Optional<ProductStatus> status(JsonNode node) {
        for (var status : ProductStatus.values()) {
            if (status.name().toLowerCase(Locale.ROOT).equals(node.textValue())) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }

    private static Optional<Map<String, Optional<Object>>> attributes(JsonNode node) {
        var changes = new TreeMap<String, Optional<Object>>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!isAttribute(entry.getKey(), entry.getValue())) {
                return Optional.empty();
            }
            changes.put(entry.getKey(), Optional.ofNullable(MAPPER.convertValue(entry.getValue(), Object.class)));
        }
        return node.isObject() ? Optional.of(changes) : Optional.empty();
    }

    /** U+0000 can't be kept by PostgreSQL. */
    private static boolean isAttribute(String name, JsonNode value) {
        return name.indexOf(0) < 0
                && !value.isContainerNode()
                && (!value.isTextual() || value.textValue().indexOf(0) < 0);
    }
}
