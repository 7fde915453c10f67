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

    /** What is wrong with it, part by part. */
    List<Problem.FieldError> errors() {
        return errors;
    }
}
