package org.stoa.search;

import jakarta.persistence.Tuple;
import java.util.Optional;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;
import org.stoa.catalogue.Cursor;
import org.stoa.search.SearchSql.Match;

/** Asks one server for one page; everything that was typed is bound, never part of the SQL. */
final class SearchQueries {
    /** The most authors and languages to choose from. */
    static final int MOST_FACET_VALUES = 20;

    /** How like its best place in title and author a whole text must be, from 0 to 1. */
    static final float LIKENESS = 0.5f;

    /** The most products that are found by likeness. */
    static final int MOST_ALIKE = 200;

    private final StatelessSession session;
    private final SearchQuery query;
    private final Optional<Cursor> after;

    SearchQueries(StatelessSession session, SearchQuery query, Optional<Cursor> after) {
        this.session = session;
        this.query = query;
        this.after = after;
    }

    /**
     * The page.
     *
     * @param corrected the words that were meant; null unless they decide
     */
    Found page(Match match, String corrected) {
        var sql = SearchSql.page(match, query.filters(), query.sort(), after.isPresent());
        var statement = session.createNativeQuery(sql, Tuple.class)
                .setParameter("limit", query.limit() + 1)
                .setParameter("most", MOST_FACET_VALUES)
                .setParameter("mostMatches", Search.MOST_MATCHES);
        switch (match) {
            case ALL -> {}
            case WORDS -> statement.setParameter("query", SearchText.query(query.text()));
            case CORRECTED ->
                statement.setParameter("query", SearchText.query(query.text())).setParameter("corrected", corrected);
            case ALIKE ->
                statement
                        .setParameter("query", SearchText.query(query.text()))
                        .setParameter("likeness", LIKENESS)
                        .setParameter("mostAlike", MOST_ALIKE);
        }
        for (var facet : Facet.values()) {
            if (!query.filters().of(facet).isEmpty()) {
                bind(statement, facet, query.filters().of(facet));
            }
        }
        after.ifPresent(cursor ->
                statement.setParameter("key", query.sort().value(cursor)).setParameter("id", cursor.id()));
        return new Found(statement.list());
    }

    private static void bind(NativeQuery<Tuple> statement, Facet facet, Set<String> values) {
        switch (facet) {
            case CATEGORY, AUTHOR, LANGUAGE, PRICE -> statement.setParameterList(facet.key(), values);
            case RATING -> statement.setParameter(facet.key(), RatingStep.lowest(values));
            // Yes or no.
            case STOCK -> {}
        }
    }
}
