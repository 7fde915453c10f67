package org.stoa.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.stoa.search.SearchSql.Match;

/**
 * The statement that the shop's search runs for some words, by itself: to be measured beside the shop. In the package of the
 * search, because it is not the business of anybody else.
 */
public final class SearchStatement implements AutoCloseable {
    private static final Pattern PARAMETER = Pattern.compile("(?<!:):(\\w+)");

    private final PreparedStatement statement;
    private final List<String> parameters;
    private final int limit;

    /**
     * Prepares it.
     *
     * @param connection to the server that is to be asked
     * @param limit products a page
     */
    public SearchStatement(Connection connection, int limit) throws SQLException {
        var sql = SearchSql.page(Match.WORDS, SearchFilters.NONE, SearchSort.RELEVANCE, false);
        this.parameters =
                PARAMETER.matcher(sql).results().map(result -> result.group(1)).toList();
        this.statement = connection.prepareStatement(PARAMETER.matcher(sql).replaceAll("?"));
        this.limit = limit;
    }

    /**
     * Runs it.
     *
     * @param words as they are typed
     * @return how many rows came back
     */
    public int run(String words) throws SQLException {
        Map<String, Object> values = Map.of(
                "limit",
                limit + 1,
                "most",
                SearchQueries.MOST_FACET_VALUES,
                "mostMatches",
                Search.MOST_MATCHES,
                "query",
                SearchText.query(words));
        for (int at = 0; at < parameters.size(); at++) {
            statement.setObject(at + 1, values.get(parameters.get(at)));
        }
        int rows = 0;
        try (var result = statement.executeQuery()) {
            while (result.next()) {
                rows++;
            }
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
