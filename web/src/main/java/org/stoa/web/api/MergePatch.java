package org.stoa.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.BiPredicate;

/** Bodies that change a thing: JSON merge patches (RFC 7396). */
final class MergePatch {
    /** Their media type. */
    static final String MEDIA_TYPE = "application/merge-patch+json";

    private MergePatch() {}

    /**
     * Refuses a patch that is no object, or has fields that are not fine.
     *
     * @param rule what fields there are, and what each may be; told of each that is not fine
     * @param fine whether a field may have that value
     * @throws InvalidBody it is refused
     */
    static void require(JsonNode patch, String rule, BiPredicate<String, JsonNode> fine) {
        InvalidBody.required(patch, "");
        if (!patch.isObject()) {
            throw new InvalidBody(List.of(new Problem.FieldError("", "An object.")));
        }
        var errors = patch.properties().stream()
                .filter(field -> !fine.test(field.getKey(), field.getValue()))
                .map(field -> new Problem.FieldError(Problem.pointerStep(field.getKey()), rule))
                .toList();
        if (!errors.isEmpty()) {
            throw new InvalidBody(errors);
        }
    }
}
