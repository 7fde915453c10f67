package org.stoa.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stoa.catalogue.Catalogue;
import org.stoa.catalogue.Cursor;
import org.stoa.catalogue.ProductCard;
import org.stoa.catalogue.Sku;
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

    /**
     * One page of the products that have all the words and are let through by all filters.
     *
     * @throws org.stoa.Refusal malformed: a cursor that does not belong to this list; unavailable
     */
    public SearchPage find(SearchQuery query) {
        var after =
                query.cursor().map(cursor -> Cursor.parse(cursor, query.sort().key()));
        return reads.read(session -> {
            var queries = new SearchQueries(session, query, after);
            if (query.text().isEmpty()) {
                return page(query, queries.page(Match.ALL, null), Optional.empty());
            }
            var found = queries.page(Match.WORDS, null);
            if (found.matched() >= FEW) {
                return page(query, found, Optional.empty());
            }
            var meant = new Spelling(session).corrected(query.text());
            if (meant.isPresent()) {
                var corrected = queries.page(Match.CORRECTED, meant.get());
                if (corrected.matched() > found.matched()) {
                    return page(query, corrected, meant);
                }
            }
            return page(query, found.matched() > 0 ? found : queries.page(Match.ALIKE, null), Optional.empty());
        });
    }

    private SearchPage page(SearchQuery query, Found found, Optional<String> meant) {
        var shown = found.items().stream().limit(query.limit()).toList();
        var next = found.items().size() > query.limit()
                ? Optional.of(shown.get(shown.size() - 1).cursor(query.sort()).format())
                : Optional.<String>empty();
        return new SearchPage(
                cards(shown),
                found.facets(query.filters()),
                meant,
                next,
                found.total(),
                found.matched() >= MOST_MATCHES);
    }

    /** In the order found; without what has gone in between. */
    private List<ProductCard> cards(List<Found.Item> items) {
        var skus = items.stream().map(item -> new Sku(item.sku())).toList();
        var bySku = catalogue.cards(skus);
        var cards = new ArrayList<ProductCard>();
        for (var sku : skus) {
            var card = bySku.get(sku);
            if (card != null) {
                cards.add(card);
            }
        }
        return cards;
    }
}
