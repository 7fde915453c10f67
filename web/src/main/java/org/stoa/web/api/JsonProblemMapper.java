package org.stoa.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.stream.Collectors;

/** A body that is no JSON, or has other fields or types than are expected, leaves the API as a problem that says where. */
@Provider
public class JsonProblemMapper implements ExceptionMapper<JsonProcessingException> {
    @Override
    public Response toResponse(JsonProcessingException failure) {
        // Jackson takes what the stream throws for a fault of the field that it is reading.
        if (failure.getCause() instanceof WebApplicationException refused) {
            return ProblemMapper.ofHttp(refused);
        }
        int status = Response.Status.BAD_REQUEST.getStatusCode();
        if (failure instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            var error = new Problem.FieldError(pointer(mapping), "Not a field, or not a value, that is expected here.");
            return Problem.of(status, "The body has fields that can't be accepted.", List.of(error))
                    .response();
        }
        return Problem.of(status, "The body is not the JSON that is expected here.")
                .response();
    }

    private static String pointer(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .map(Problem::pointerStep)
                .collect(Collectors.joining());
    }
}
