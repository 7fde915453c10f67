package org.stoa.system;

import java.util.Random;

/** A catalogue as messy as those that are found: blank and shortened ISBNs, repeated and Arabic titles, years before Christ. */
final class GeneratedBooks {
    private static final String HEADER = "book_id,goodreads_book_id,isbn,isbn13,authors,original_publication_year,"
            + "original_title,title,language_code,average_rating\n";

    private static final String[] LANGUAGES = {"eng", "en-US", "", "ara", "fre", "en-GB", "mul"};

    private GeneratedBooks() {}

    /** So many rows, with ids from the first on; the same each time. */
    static String csv(int first, int rows) {
        var random = new Random(first);
        var csv = new StringBuilder(HEADER);
        for (int id = first; id < first + rows; id++) {
            csv.append(id).append(',').append(id * 7L).append(',');
            csv.append(random.nextInt(10) == 0 ? "" : String.valueOf(1_000_000 + random.nextInt(900_000_000)))
                    .append(",9.78043902348e+12,\"Author ")
                    .append(id % 997)
                    .append(", Another\",")
                    .append(id % 50 == 0 ? "-" + id % 2_000 + ".0" : id % 33 == 0 ? "" : 1_500 + id % 500 + ".0")
                    .append(",,")
                    .append(title(id))
                    .append(',')
                    .append(LANGUAGES[id % LANGUAGES.length])
                    .append(",4.0\n");
        }
        return csv.toString();
    }

    private static String title(int id) {
        if (id % 100 == 0) {
            return "\u0627\u0644\u0641\u064a\u0644 \u0627\u0644\u0623\u0632\u0631\u0642";
        }
        return id % 40 == 0 ? "\"Selected Poems, \"\"revised\"\"\"" : "Book number " + id;
    }
}
