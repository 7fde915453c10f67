package org.stoa.system.feed;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.stoa.cluster.process.LaunchFailure;
import org.stoa.system.faults.Work;

/** Somebody who corrects a price by hand, by SQL on the primary, past the shop. */
final class SqlWriter implements Work {
    private final Stage stage;
    private final Register register;
    private int value = Register.FIRST;
    private Connection primary;

    SqlWriter(Stage stage, Register register) {
        this.stage = stage;
        this.register = register;
    }

    @Override
    public void once() {
        stage.history().add(stage.gate().through(this::write));
    }

    private Write write() {
        int era = stage.history().era();
        value = Math.max(value + 1, Register.first(era));
        long called = System.nanoTime();
        var outcome = update();
        stage.tally().count("sql " + outcome.name().toLowerCase(Locale.ROOT));
        return new Write(register.number(), value, called, System.nanoTime(), outcome, Source.SQL, era);
    }

    /** One that was given up on may still be under way: the greater value stays. */
    private Outcome update() {
        try {
            if (primary == null) {
                primary = stage.cluster().connect("primary");
            }
            try (var statement = primary.createStatement()) {
                statement.execute("set statement_timeout = '5s'");
                int rows = statement.executeUpdate("""
                    update product set price = %s, version = version + 1 where id = %d and price < %1$s\
                    """.formatted(Register.amount(value), register.product()));
                return rows == 1 ? Outcome.ACKNOWLEDGED : Outcome.REFUSED;
            }
        } catch (SQLException | LaunchFailure e) {
            close();
            return Outcome.UNKNOWN;
        }
    }

    @Override
    public void close() {
        if (primary != null) {
            try {
                primary.close();
            } catch (SQLException e) {
                stage.tally().count("sql connection not closed");
            }
            primary = null;
        }
    }
}
