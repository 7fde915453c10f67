package org.stoa.web.api;

import org.stoa.Refusal;

/** A parameter that is a number. */
final class GivenNumber {
    private GivenNumber() {}

    /** The number; throws a Refusal (malformed) that names the parameter where it is none. */
    static int of(String name, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Refusal(Refusal.Kind.MALFORMED, name + ": a whole number.");
        }
    }
}
