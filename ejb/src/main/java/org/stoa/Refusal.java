package org.stoa;

import jakarta.ejb.ApplicationException;

/**
 * An expected failure: the request can't be done as asked, and the one who asked can be told why. The root of all such
 * failures; everything else that is thrown is a bug. A refusal rolls the transaction back and is logged by nobody.
 */
@ApplicationException(rollback = true)
public class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** Why a request is refused; each kind is one HTTP status. */
    public enum Kind {
        /** The request is malformed: 400. */
        MALFORMED(400),
        /** What it speaks of does not exist, or is not to be seen by who asks: 404. */
        NOT_FOUND(404),
        /** It contradicts the present state of the thing: 409. */
        CONFLICT(409),
        /** It was made for an older version of the thing: 412. */
        STALE(412),
        /** It is larger than the shop takes: 413. */
        TOO_LARGE(413),
        /** It is well-formed but breaks a rule of the shop: 422. */
        INVALID(422),
        /** It does not say which version of the thing it was made for: 428. */
        VERSION_REQUIRED(428),
        /** It was asked too often: 429, see {@link TooManyRequests}. */
        TOO_MANY(429),
        /** A part of the shop that it needs is away for now: 503. */
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** The HTTP status, 400 to 503. */
        public int status() {
            return status;
        }
    }

    /**
     * @param kind what sort of refusal it is
     * @param message what is refused and why, with the id of the thing, in words that may be shown to the one who asked
     */
    public Refusal(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /**
     * @param kind what sort of refusal it is
     * @param message what is refused and why, in words that may be shown to the one who asked
     * @param cause what led to it; never shown
     */
    public Refusal(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** What sort of refusal it is. */
    public Kind kind() {
        return kind;
    }
}
