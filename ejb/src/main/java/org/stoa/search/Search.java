package org.stoa.search;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.stoa.cache.Caches;
import org.stoa.cache.FreshCache;
import org.stoa.catalogue.Catalogue;
import org.stoa.catalogue.Cursor;
import org.stoa.catalogue.ProductTags;
import org.stoa.data.Reads;
import org.stoa.search.SearchSql.Match;

/** Finds products by words and facets, also where the words are mistyped. Drafts and retired ones are not found. */
@ApplicationScoped
public class Search {
    /**
     * So many products are sorted and counted at the most, those that fit all filters first; which ones, where there are
     * more, is left to chance.
     */
    public static final int MOST_MATCHES = 50_000;

    /** Where the words as typed match fewer products, what they may have been meant to be is looked for as well. */
    static final int FEW = 3;

    @Inject
    private Reads reads;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Caches caches;

    private FreshCache<SearchResult> results;

    @PostConstruct
    void start() {
        results = caches.queries();
    }

    /**
     * One page of the products that have all the words and are let through by all filters.
     *
     * @throws org.stoa.Refusal malformed: a cursor that does not belong to this list; unavailable
     */
    public SearchPage find(SearchQuery query) {
        var after =
                query.cursor().map(cursor -> Cursor.parse(cursor, query.sort().key()));
        var result = results.get(
                query.key(),
                () -> reads.read(
                        ProductTags.ofSearch(),
                        session -> result(session, new SearchQueries(session, query, after), query)));
        return new SearchPage(
                catalogue.cards(result.ids()),
                result.facets(),
                result.didYouMean(),
                result.next(),
                result.total(),
                result.atLeast());
    }

    private static SearchResult result(StatelessSession session, SearchQueries queries, SearchQuery query) {
        if (query.text().isEmpty()) {
            return result(query, queries.page(Match.ALL, null), Optional.empty());
        }
        var found = queries.page(Match.WORDS, null);
        if (found.matched() >= FEW) {
            return result(query, found, Optional.empty());
        }
        var meant = new Spelling(session).corrected(query.text());
        if (meant.isPresent()) {
            var corrected = queries.page(Match.CORRECTED, meant.get());
            if (corrected.matched() > found.matched()) {
                return result(query, corrected, meant);
            }
        }
        return result(query, found.matched() > 0 ? found : queries.page(Match.ALIKE, null), Optional.empty());
    }

    private static SearchResult result(SearchQuery query, Found found, Optional<String> meant) {
        var shown = found.items().stream().limit(query.limit()).toList();
        var next = found.items().size() > query.limit()
                ? Optional.of(shown.get(shown.size() - 1).cursor(query.sort()).format())
                : Optional.<String>empty();
        return new SearchResult(
                shown.stream().map(Found.Item::id).toList(),
                found.facets(query.filters()),
                meant,
                next,
                found.total(),
                found.matched() >= MOST_MATCHES);
    }
}
