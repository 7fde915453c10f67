package org.stoa.job;

/** A step was rolled back. Checked, so that the container does not log it: the worker does, once. */
class StepFailed extends Exception {
    private static final long serialVersionUID = 1L;

    /** With what went wrong. */
    StepFailed(Throwable cause) {
        super(cause);
    }
}
