package org.stoa.cluster;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.stoa.cluster.process.LaunchFailure;
import org.stoa.cluster.sql.SqlConsole;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ./stoa psql}: asks a database. */
@Command(name = "psql", description = "Runs SQL on a database.", sortOptions = false, usageHelpAutoWidth = true)
final class PsqlCommand implements Callable<Integer> {
    @ParentCommand
    private StoaCommand stoa;

    @Parameters(paramLabel = "DATABASE", defaultValue = "primary", description = "primary (default), replica-1, ...")
    private String name;

    @Option(names = "-c", paramLabel = "SQL", description = "runs this and ends; else statements are read")
    private String sql;

    @Override
    public Integer call() {
        try (var connection = stoa.cluster().connect(name)) {
            var console = new SqlConsole(connection, System.out);
            if (sql != null) {
                return console.runAll(sql) ? 0 : 1;
            }
            var terminal = System.console() != null;
            if (terminal) {
                stoa.lines().accept("stoa on " + name + "; a statement ends with a semicolon, \\? shows the commands");
            }
            console.run(
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), terminal ? name : "");
            return 0;
        } catch (SQLException e) {
            throw new LaunchFailure(name + ": " + e.getMessage(), e);
        }
    }
}
