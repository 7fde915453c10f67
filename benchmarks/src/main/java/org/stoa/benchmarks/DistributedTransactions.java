package org.stoa.benchmarks;

import java.sql.SQLException;
import org.stoa.cluster.postgres.PostgresServer;

/** Transactions of database and broker together, which the shop has not, for comparison. */
final class DistributedTransactions {
    private static final int CLONES = 2;
    private static final int MOST_PREPARED = 20;

    private DistributedTransactions() {}

    /** Has PostgreSQL prepare transactions, for which it is restarted, and gives each clone a data source of that kind. */
    static void allow(BenchmarkShop shop) throws SQLException {
        shop.configureDatabases("max_prepared_transactions", String.valueOf(MOST_PREPARED));
        for (int clone = 1; clone <= CLONES; clone++) {
            new ServerConsole(
                            BenchmarkShop.installation().image(),
                            shop.running().ports().management(clone),
                            BenchmarkShop.directory().resolve("xa-" + clone + ".log"))
                    .run("xa-data-source add --name=TrialXa --jndi-name=java:jboss/datasources/TrialXa"
                            + " --driver-name=postgresql --xa-datasource-class=org.postgresql.xa.PGXADataSource"
                            + " --min-pool-size=1 --max-pool-size=4"
                            + " --xa-datasource-properties={URL=>${env.STOA_PRIMARY_URL},User=>"
                            + PostgresServer.SHOP + ",Password=>${env.STOA_DB_PASSWORD}}");
        }
    }
}
