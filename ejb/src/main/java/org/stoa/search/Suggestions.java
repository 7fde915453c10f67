package org.stoa.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.util.List;
import org.stoa.data.Reads;

/** What somebody who is still typing may mean. */
@ApplicationScoped
public class Suggestions {
    /** The most suggestions. */
    public static final int MOST = 8;

    /** The most authors among them. */
    private static final int MOST_AUTHORS = 3;

    /** A shorter text begins too much to suggest anything by it. */
    private static final int SHORTEST_TEXT = 2;

    /** So many products are looked at, whichever. */
    private static final int MOST_PRODUCTS = 500;

    private static final String SUGGESTED = """
            with asked as (
                select to_tsquery('stoa', search_plain(:beginning)) as words, search_words(:text) as name),
            hit as materialized (
                select p.id, p.slug, p.title, p.author, p.search_name, p.sort_title, a.words, a.name
                  from product p, asked a
                 where p.status = 'ACTIVE' and p.search_vector @@ a.words
                 limit :mostProducts),
            writer as (
                select author, count(*) as works
                  from hit
                 where setweight(to_tsvector('stoa', split_part(search_name, ' | ', 2)), 'B') @@ words
                 group by author
                 order by works desc, author
                 limit :mostAuthors)
            (select 'AUTHOR' as kind, author as text, null as slug from writer order by works desc, author)
            union all
            (select 'TITLE', title, slug from hit
              order by sort_title = name or starts_with(search_name, name || ' | ') desc,
                       starts_with(sort_title, name) or starts_with(search_name, name) desc, sort_title, id
              limit :most)
            """;

    private static final String ALIKE = """
            select 'TITLE' as kind, p.title as text, p.slug
              from search_alike(search_words(:text), :likeness, :mostProducts) s join product p on p.id = s.product_id
             order by s.alike desc, p.sort_title, p.id
             limit :most
            """;

    @Inject
    private Reads reads;

    /**
     * Authors and titles that have the words, the last of which may be unfinished, or where there are none titles that are
     * like the text.
     *
     * @param text what is typed so far
     * @return at most {@link #MOST}, authors first; none for less than two characters
     * @throws org.stoa.Refusal malformed: a text that is too long; unavailable
     */
    public List<Suggestion> suggest(String text) {
        var clean = SearchQuery.checked(text);
        var beginning = SearchText.beginning(clean);
        if (clean.length() < SHORTEST_TEXT || beginning.isEmpty()) {
            return List.of();
        }
        return reads.read(session -> {
            var found = session.createNativeQuery(SUGGESTED, Tuple.class)
                    .setParameter("beginning", beginning)
                    .setParameter("text", clean)
                    .setParameter("mostProducts", MOST_PRODUCTS)
                    .setParameter("mostAuthors", MOST_AUTHORS)
                    .setParameter("most", MOST)
                    .list();
            if (found.isEmpty()) {
                found = session.createNativeQuery(ALIKE, Tuple.class)
                        .setParameter("text", clean)
                        .setParameter("likeness", SearchQueries.LIKENESS)
                        .setParameter("mostProducts", MOST_PRODUCTS)
                        .setParameter("most", MOST)
                        .list();
            }
            return found.stream().limit(MOST).map(Suggestions::suggestion).toList();
        });
    }

    private static Suggestion suggestion(Tuple row) {
        return new Suggestion(
                Suggestion.Kind.valueOf(row.get("kind", String.class)),
                row.get("text", String.class),
                row.get("slug", String.class));
    }
}
