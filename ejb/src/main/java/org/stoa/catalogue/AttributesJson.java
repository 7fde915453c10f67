package org.stoa.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.SortedMap;
import java.util.TreeMap;

/** The attributes of a product as the database keeps them. */
final class AttributesJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private AttributesJson() {}

    static SortedMap<String, Object> attributes(String json) {
        try {
            return MAPPER.readValue(json, new TypeReference<TreeMap<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Attributes that are no JSON object", e);
        }
    }

    static String of(SortedMap<String, Object> attributes) {
        try {
            return MAPPER.writeValueAsString(attributes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Attributes that can't be written", e);
        }
    }
}
