package org.stoa.search;

import jakarta.persistence.Tuple;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;

/** Guesses which words of titles and authors were meant by words that no product has. */
final class Spelling {
    /** The most words that are looked at; later ones are left out. */
    private static final int MOST_WORDS = 8;

    /** How like its best place in title and author a word must be to be looked at, from 0 to 1. */
    private static final float LIKENESS = 0.4f;

    /** The most products whose words are looked at for one word. */
    private static final int MOST_PRODUCTS = 2_000;

    /**
     * The nearest word is the one with the fewest letters to change, two that changed places being the nearest of all: at most 1
     * in words of up to 4 letters, 2 up to 7, else 3; among equals the one that begins alike, then the most frequent.
     */
    private static final String NEAREST = """
            select w.word, n.word as nearest
              from (select left(word, 100) as word, at,
                           case when length(word) <= 4 then 1 when length(word) <= 7 then 2 else 3 end as most
                      from string_to_table(search_words(:text), ' ') with ordinality as t (word, at)
                     limit :mostWords) w
              left join lateral (
                    select x.word
                      from (select overlay(w.word placing reverse(substr(w.word, i, 2)) from i for 2) as word,
                                   0 as distance, 1 as products
                              from generate_series(1, length(w.word) - 1) as i
                            union all
                            select y.word, levenshtein_less_equal(w.word, left(y.word, 103), w.most), count(*)
                              from search_alike(w.word, :likeness, :mostProducts) s
                              join product p on p.id = s.product_id
                             cross join lateral string_to_table(p.search_name, ' ') as y (word)
                             where length(y.word) between length(w.word) - w.most and length(w.word) + w.most
                             group by y.word) x
                     where x.distance <= w.most
                       and (x.distance > 0
                            or exists (select 1 from product k where k.status = 'ACTIVE'
                                        and k.search_vector @@ plainto_tsquery('stoa', x.word)))
                     order by x.distance, left(x.word, 1) = left(w.word, 1) desc, x.products desc, x.word
                     limit 1) n
                on length(w.word) >= 3
               and not exists (select 1 from product k
                                where k.status = 'ACTIVE' and k.search_vector @@ plainto_tsquery('stoa', w.word))
             order by w.at
            """;

    private final StatelessSession session;

    Spelling(StatelessSession session) {
        this.session = session;
    }

    /** The text with its unknown words replaced by the nearest known ones; none where there is nothing to replace. */
    Optional<String> corrected(String text) {
        var words = session.createNativeQuery(NEAREST, Tuple.class)
                .setParameter("text", text)
                .setParameter("mostWords", MOST_WORDS)
                .setParameter("likeness", LIKENESS)
                .setParameter("mostProducts", MOST_PRODUCTS)
                .list();
        boolean changed = words.stream().anyMatch(row -> row.get("nearest", String.class) != null);
        return changed
                ? Optional.of(words.stream().map(Spelling::word).collect(Collectors.joining(" ")))
                : Optional.empty();
    }

    private static String word(Tuple row) {
        var nearest = row.get("nearest", String.class);
        return nearest == null ? row.get("word", String.class) : nearest;
    }
}
