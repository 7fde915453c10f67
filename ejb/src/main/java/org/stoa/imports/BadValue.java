package org.stoa.imports;

/** A value that can't be accepted; its message says why, for people, up to 500 characters. */
public class BadValue extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param reason why, a sentence
     */
    public BadValue(String reason) {
        super(reason);
    }
}
