package org.stoa.web.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import org.stoa.web.site.Texts;

/**
 * One field of what a job ended with.
 *
 * @param label its name in words
 * @param value its value, as JSON where it is not plain
 */
public record ResultRow(String label, String value) {
    private static final JsonMapper JSON = new JsonMapper();

    /** The fields in their order; what is no object is one field. */
    static List<ResultRow> of(String json) {
        var result = read(json);
        if (!result.isObject()) {
            return List.of(row("result", result));
        }
        var rows = new ArrayList<ResultRow>();
        result.properties().forEach(field -> rows.add(row(field.getKey(), field.getValue())));
        return rows;
    }

    private static ResultRow row(String name, JsonNode value) {
        return new ResultRow(
                Texts.find("job.result." + name).orElse(name), value.isValueNode() ? value.asText() : value.toString());
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database keeps JSON that is none", e);
        }
    }
}
