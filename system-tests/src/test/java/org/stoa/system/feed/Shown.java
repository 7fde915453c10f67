package org.stoa.system.feed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A value as it stands in an answer.
 *
 * @param product its id; 0 on a page, which shows one product and does not say its id
 * @param value in cents
 */
record Shown(long product, int value) {
    private static final String ID = "{\"id\":";
    private static final String AMOUNT = "\"amount\":\"";
    private static final String META = "property=\"product:price:amount\" content=\"";

    /** All that an answer shows, in its order. Cheap: it is done hundreds of times a second. */
    static List<Shown> in(Answer answer, View view) throws IOException {
        var text = answer.text();
        var found = new ArrayList<Shown>();
        try {
            if (view == View.PAGE) {
                found.add(new Shown(0, cents(text, text.indexOf(META) + META.length())));
            } else {
                for (int at = text.indexOf(ID); at >= 0; at = text.indexOf(ID, at + 1)) {
                    int id = at + ID.length();
                    found.add(new Shown(
                            Long.parseLong(text.substring(id, text.indexOf(',', id))),
                            cents(text, text.indexOf(AMOUNT, id) + AMOUNT.length())));
                }
            }
        } catch (RuntimeException e) {
            throw new IOException("Not a " + view + ": " + answer, e);
        }
        return found;
    }

    private static int cents(String text, int from) {
        var amount = text.substring(from, text.indexOf('"', from)).replace(".", "");
        return Integer.parseInt(amount);
    }
}
