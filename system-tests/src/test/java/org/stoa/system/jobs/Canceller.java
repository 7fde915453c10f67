package org.stoa.system.jobs;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoa.cluster.Cluster;
import org.stoa.cluster.process.LaunchFailure;
import org.stoa.system.faults.Work;
import org.stoa.system.jobs.History.Cancelled;

/** Takes jobs of several steps back, at any clone, and looks at once how far they were. */
final class Canceller implements Work {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int NO_CONTENT = 204;

    private final Cluster cluster;
    private final Records records;
    private final History history;
    private final List<URI> clones;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();
    private int turn;

    Canceller(Cluster cluster, Records records, History history) {
        this.cluster = cluster;
        this.records = records;
        this.history = history;
        this.clones =
                cluster.status().clones().stream().map(clone -> clone.url()).toList();
    }

    @Override
    public void once() {
        try {
            var job = candidate();
            if (job.isPresent()) {
                cancel(job.get());
            }
        } catch (SQLException e) {
            // The primary is away: next time.
            Records.requireAway(e);
        } catch (LaunchFailure e) {
            // The same.
        }
    }

    private Optional<UUID> candidate() throws SQLException {
        try (var primary = cluster.connect("primary");
                var statement = primary.createStatement();
                var row = statement.executeQuery("""
                    select j.id from job j join jobs_check.submitted s on s.job = j.id
                     where s.kind = 'plain' and s.steps > 1 and j.batch is null and j.state in ('ready', 'running')
                     order by j.state desc limit 1
                    """)) {
            return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
        }
    }

    private void cancel(UUID job) throws SQLException {
        boolean acknowledged = false;
        long steps = Long.MAX_VALUE;
        try {
            if (ask(job) == NO_CONTENT) {
                steps = records.number("select count(*) from jobs_check.ledger where job = '" + job + "'");
                acknowledged = true;
            }
        } catch (IOException e) {
            // It may be cancelled or not.
        } finally {
            history.add(new Cancelled(job, acknowledged, steps));
        }
    }

    private int ask(UUID job) throws IOException {
        var clone = clones.get(turn++ % clones.size());
        var request = HttpRequest.newBuilder(clone.resolve("/api/v1/jobs/" + job))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + cluster.staffToken())
                .DELETE()
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {}
}
