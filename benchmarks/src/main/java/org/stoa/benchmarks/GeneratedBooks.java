package org.stoa.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * Catalogues as messy as those that are found: blank and shortened ISBNs, repeated and Arabic titles, years before Christ. With
 * the columns of goodbooks-10k that the mapping {@code books} reads.
 */
public final class GeneratedBooks {
    private static final String HEADER = "book_id,goodreads_book_id,isbn,isbn13,authors,original_publication_year,"
            + "original_title,title,language_code,average_rating\n";

    private static final List<String> LANGUAGES = List.of("eng", "en-US", "", "ara", "fre", "en-GB", "mul");

    private static final List<String> WORDS = List.of(
            ("amber ancient autumn bitter blue broken burning captain castle cloud copper crimson crown dark daughter"
                            + " desert distant dragon empty endless evening fallen field fire forest forgotten garden ghost glass"
                            + " golden harbour hidden hollow house hunter island journey keeper king lantern last letter light"
                            + " lonely lost machine memory midnight mirror moon morning mountain music night north ocean orchard"
                            + " painted paper promise quiet rain raven river road salt secret shadow silent silver sister sleeping"
                            + " snow song star stone storm stranger summer thief thorn thousand tower train traveller valley violet"
                            + " voice wandering water whisper white wild wind window winter witch wolf wonder")
                    .split(" "));

    private GeneratedBooks() {}

    /** As many rows as goodbooks-10k has, in UTF-8. */
    static byte[] csv() {
        return csv(1, 10_000).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * A file; the same each time.
     *
     * @param first the first id
     * @param rows how many
     */
    public static String csv(int first, int rows) {
        var random = new Random(first);
        var csv = new StringBuilder(HEADER);
        for (int id = first; id < first + rows; id++) {
            csv.append(id)
                    .append(',')
                    .append(id * 7L)
                    .append(',')
                    .append(random.nextInt(10) == 0 ? "" : String.valueOf(1_000_000 + random.nextInt(900_000_000)))
                    .append(",9.78043902348e+12,\"")
                    .append(author(random))
                    .append("\",")
                    .append(year(id))
                    .append(",,")
                    .append(title(id, random))
                    .append(',')
                    .append(LANGUAGES.get(id % LANGUAGES.size()))
                    .append(",4.0\n");
        }
        return csv.toString();
    }

    private static String author(Random random) {
        return "Author " + random.nextInt(1_000) + (random.nextInt(3) == 0 ? ", Another" : "");
    }

    private static String year(int id) {
        if (id % 50 == 0) {
            return "-" + id % 2_000 + ".0";
        }
        return id % 33 == 0 ? "" : 1_500 + id % 500 + ".0";
    }

    private static String title(int id, Random random) {
        if (id % 100 == 0) {
            return "\u0627\u0644\u0641\u064a\u0644 \u0627\u0644\u0623\u0632\u0631\u0642";
        }
        if (id % 40 == 0) {
            return "\"Selected Poems, \"\"revised\"\"\"";
        }
        return "The %s %s of the %s".formatted(word(random), word(random), word(random));
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }
}
