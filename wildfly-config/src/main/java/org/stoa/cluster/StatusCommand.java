package org.stoa.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.stoa.cluster.process.MemberState;
import org.stoa.cluster.sql.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ./stoa status}: who runs, how he is, how far the replicas are behind. */
@Command(name = "status", description = "Shows how the cluster is.", usageHelpAutoWidth = true)
final class StatusCommand implements Runnable {
    @ParentCommand
    private StoaCommand stoa;

    @Option(names = "--json", description = "for scripts")
    private boolean json;

    @Override
    public void run() {
        var status = stoa.cluster().status();
        if (json) {
            stoa.lines().accept(Json.write(status));
        } else {
            table(status).lines().forEach(stoa.lines());
        }
    }

    private static TextTable table(ClusterStatus status) {
        var rows = new ArrayList<List<String>>();
        var balancer = status.balancer();
        rows.add(row("balancer", balancer.state(), balancer.pid(), balancer.url(), ""));
        status.clones().forEach(clone -> rows.add(clone(clone)));
        var primary = status.primary();
        rows.add(row(primary.name(), primary.state(), primary.pid(), "127.0.0.1:" + primary.port(), ""));
        status.replicas()
                .forEach(replica -> rows.add(row(
                        replica.name(), replica.state(), replica.pid(), "127.0.0.1:" + replica.port(), lag(replica))));
        var mail = status.mail();
        rows.add(row("mail", mail.state(), mail.pid(), mail.url(), ""));
        return new TextTable(List.of("name", "state", "pid", "where", "behind"), rows, Set.of(2));
    }

    private static List<String> clone(ClusterStatus.CloneStatus clone) {
        return row(clone.name(), clone.state(), clone.pid(), clone.url(), clone.cut() ? "cut off" : "");
    }

    private static List<String> row(String name, MemberState state, Long pid, Object where, String lag) {
        var number = pid == null ? "" : pid.toString();
        return List.of(name, state.name().toLowerCase(Locale.ROOT), number, where.toString(), lag);
    }

    private static String lag(ClusterStatus.ReplicaStatus replica) {
        if (replica.lagBytes() == null) {
            return "unknown";
        }
        return replica.lagBytes() == 0
                ? "nothing"
                : replica.lagBytes() + " bytes"
                        + (replica.lagMillis() == null ? "" : ", at most " + replica.lagMillis() + " ms");
    }
}
