package org.stoa.workers.imports;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.stoa.workers.imports.RecordReader.Position;

/**
 * How far an import is; the last is its result.
 *
 * @param rows read so far, 0 or more
 * @param created products that are new
 * @param updated products that were changed
 * @param unchanged products that were as the file says
 * @param refused rows that could not be taken
 * @param reported why rows were refused, as many lines as are kept
 * @param offset where the next row begins, in bytes
 * @param line the line of the file there
 * @param mapping the name of the mapping by which the file is read
 */
@JsonPropertyOrder({"rows", "created", "updated", "unchanged", "refused"})
record Checkpoint(
        @JsonProperty("rows") long rows,
        @JsonProperty("created") long created,
        @JsonProperty("updated") long updated,
        @JsonProperty("unchanged") long unchanged,
        @JsonProperty("refused") long refused,
        @JsonProperty("reported") long reported,
        @JsonProperty("offset") long offset,
        @JsonProperty("line") long line,
        @JsonProperty("mapping") String mapping) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Checkpoint at(Position start, String mapping) {
        return new Checkpoint(0, 0, 0, 0, 0, 0, start.offset(), start.line(), mapping);
    }

    static Checkpoint read(String json) {
        try {
            return MAPPER.readValue(json, Checkpoint.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A checkpoint that can't be read", e);
        }
    }

    String write() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A checkpoint that can't be written", e);
        }
    }

    Position position() {
        return new Position(offset, line);
    }
}
