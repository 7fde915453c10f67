package org.stoa.cluster;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.stoa.cluster.postgres.PostgresServer;
import org.stoa.cluster.sql.TextTable;

/** Where everything is, for the person who has just started it. */
final class Addresses {
    private Addresses() {}

    static List<String> of(ClusterStatus status, Path staffPassword, Path staffToken) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("shop", status.balancer().url() + "/"));
        rows.add(List.of("REST interface", status.balancer().url() + "/api/docs"));
        for (var clone : status.clones()) {
            rows.add(List.of(clone.name(), clone.url() + "/"));
            rows.add(List.of("", clone.management() + "/health and /metrics"));
        }
        rows.add(List.of("primary", database(status.primary().port())));
        status.replicas().forEach(replica -> rows.add(List.of(replica.name(), database(replica.port()))));
        rows.add(List.of("mail", "SMTP on 127.0.0.1:" + status.mail().smtpPort()));
        rows.add(List.of("", "caught mail at " + status.mail().url() + "/"));
        rows.add(List.of("staff account", "staff@stoa.example, password in " + staffPassword));
        rows.add(List.of("staff token", staffToken.toString()));
        var table = new ArrayList<String>();
        table.add("");
        table.addAll(new TextTable(List.of("what", "where"), rows).lines());
        table.add("");
        return table;
    }

    private static String database(int port) {
        return URI.create("postgresql://" + PostgresServer.USER + "@127.0.0.1:" + port + "/" + PostgresServer.DATABASE)
                .toString();
    }
}
