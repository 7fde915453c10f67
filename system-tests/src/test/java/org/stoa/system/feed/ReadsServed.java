package org.stoa.system.feed;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.stoa.cluster.Cluster;

/**
 * Which servers have served the reads of the clones, as far as those that now run remember.
 *
 * @param byReplicas queries that were answered by a replica
 * @param byPrimary queries that were answered by the primary
 */
record ReadsServed(double byReplicas, double byPrimary) {
    private static final Pattern COUNT = Pattern.compile("^stoa_reads_total\\{.*server=\"(\\w+)\".*} ([0-9.E]+)$");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Asks all clones for their metrics. */
    static ReadsServed until(Cluster cluster) throws IOException {
        double byReplicas = 0;
        double byPrimary = 0;
        for (var clone : cluster.status().clones()) {
            try (var line = new Line(Place.of(clone.name(), clone.management()).address(), PATIENCE)) {
                for (var metric : line.ask(Request.get("/metrics")).text().split("\n")) {
                    var count = COUNT.matcher(metric);
                    if (count.matches()) {
                        double reads = Double.parseDouble(count.group(2));
                        byReplicas += count.group(1).equals("replica") ? reads : 0;
                        byPrimary += count.group(1).equals("primary") ? reads : 0;
                    }
                }
            }
        }
        return new ReadsServed(byReplicas, byPrimary);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.1f %% of %,.0f by replicas",
                100 * byReplicas / Math.max(1, byReplicas + byPrimary),
                byReplicas + byPrimary);
    }
}
