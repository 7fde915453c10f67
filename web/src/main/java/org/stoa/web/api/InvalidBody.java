package org.stoa.web.api;

import java.util.List;
import org.stoa.Refusal;

/** A body that is JSON, but not what is expected. */
class InvalidBody extends Refusal {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem.FieldError> errors;

    InvalidBody(List<Problem.FieldError> errors) {
        super(Kind.INVALID, "The body has fields that can't be accepted.");
        this.errors = List.copyOf(errors);
    }

    /** Refuses a body that lacks a part; {@code pointer} tells which (RFC 6901), empty for the body itself. */
    static void required(Object value, String pointer) {
        if (value == null) {
            throw new InvalidBody(List.of(new Problem.FieldError(pointer, "Required.")));
        }
    }

    /** What is wrong with it, part by part. */
    List<Problem.FieldError> errors() {
        return errors;
    }
}
