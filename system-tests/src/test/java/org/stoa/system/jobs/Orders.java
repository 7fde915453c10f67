package org.stoa.system.jobs;

import java.sql.SQLException;
import java.util.function.LongSupplier;
import org.stoa.cluster.process.LaunchFailure;
import org.stoa.system.faults.Work;
import org.stoa.system.jobs.work.Order;

/** Orders more jobs whenever there are fewer than there should be by now; of five orders one is rolled back, two make a batch. */
final class Orders implements Work {
    private static final int KINDS = 5;

    /** A clone takes some tenths of a second for one; more than that would only wait. */
    private static final int MOST_UNFINISHED = 400;

    private final Records records;
    private final LongSupplier wanted;
    private final long millis;
    private int number;

    /**
     * @param wanted how many there should be by now, orders included
     * @param millis how long each step takes at least
     */
    Orders(Records records, LongSupplier wanted, long millis) {
        this.records = records;
        this.wanted = wanted;
        this.millis = millis;
    }

    @Override
    public void once() {
        try {
            if (records.submitted() < wanted.getAsLong() && records.unfinished() < MOST_UNFINISHED) {
                order(number++ % KINDS);
            }
        } catch (SQLException e) {
            // The primary is away, or it is not known whether that was committed: its record tells.
            Records.requireAway(e);
        } catch (LaunchFailure e) {
            // The same.
        }
    }

    private void order(int kind) throws SQLException {
        boolean rolledBack = kind == 0;
        boolean batch = kind == 1 || kind == 2;
        var order = new Order(
                6,
                3,
                kind == 2 ? 1 : 0,
                batch,
                rolledBack,
                millis,
                records.outside().toString());
        records.submit("check-order", rolledBack ? Kind.ROLLED_BACK : Kind.ORDER, 1, order);
    }

    @Override
    public void close() {}
}
