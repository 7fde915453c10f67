package org.stoa.system.feed;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stoa.cluster.Cluster;

/** The prices of some products, which serve as registers for a while and are then put back to what they were. */
final class Prices implements AutoCloseable {
    private final Cluster cluster;
    private final List<Register> registers = new ArrayList<>();
    private final Map<Register, String> before = new HashMap<>();

    /** Takes the first products of the list by title. */
    Prices(Cluster cluster, int count) throws SQLException {
        this.cluster = cluster;
        try (var primary = cluster.connect("primary");
                var statement = primary.createStatement();
                var rows = statement.executeQuery("""
                        select id, slug, price, stock from product where status = 'ACTIVE'
                         order by sort_title, id limit %d""".formatted(count))) {
            while (rows.next()) {
                var register = new Register(registers.size(), rows.getLong("id"), rows.getString("slug"));
                registers.add(register);
                before.put(register, "price = " + rows.getString("price") + ", stock = " + rows.getInt("stock"));
            }
        }
        if (registers.size() < count) {
            throw new IllegalStateException("the shop has only " + registers.size() + " products");
        }
    }

    List<Register> registers() {
        return registers;
    }

    /** Sets all to the value that a history begins with, and says so there. */
    void begin(History history) throws SQLException {
        long called = System.nanoTime();
        for (var register : registers) {
            set(register, "price = " + Register.amount(Register.FIRST));
        }
        for (var register : registers) {
            history.add(new Write(
                    register.number(),
                    Register.FIRST,
                    called,
                    System.nanoTime(),
                    Outcome.ACKNOWLEDGED,
                    Source.SQL,
                    history.era()));
        }
    }

    private void set(Register register, String columns) throws SQLException {
        try (var primary = cluster.connect("primary");
                var statement = primary.createStatement()) {
            statement.executeUpdate("update product set %s, version = version + 1 where id = %d"
                    .formatted(columns, register.product()));
        }
    }

    /** Puts them back. */
    @Override
    public void close() throws SQLException {
        for (var register : registers) {
            set(register, before.get(register));
        }
    }
}
