package org.stoa.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Sells one product again and again, each time in a transaction of its own, on its own connection. */
final class StockWriter implements AutoCloseable {
    /** The table of products. */
    static final String FOLLOWED = "product";

    /** Has the same columns, indexes and rows, but nobody follows it. */
    static final String UNFOLLOWED = "product_unfollowed";

    private final Connection primary;
    private final PreparedStatement sale;

    /**
     * @param primary belongs to it from now on
     */
    StockWriter(Connection primary, String table, long product) throws SQLException {
        this.primary = primary;
        primary.setAutoCommit(false);
        this.sale = primary.prepareStatement(
                "update " + table + " set stock = stock + 1, version = version + 1 where id = " + product);
    }

    void write() throws SQLException {
        sale.executeUpdate();
        primary.commit();
    }

    @Override
    public void close() throws SQLException {
        primary.close();
    }
}
