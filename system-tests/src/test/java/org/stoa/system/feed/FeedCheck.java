package org.stoa.system.feed;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.stoa.cluster.Cluster;
import org.stoa.cluster.ClusterOptions;
import org.stoa.cluster.Installation;

/**
 * The long form of the checks of the change feed, on a cluster of its own: {@code system-tests/feed-check}. Exit code 0: no
 * promise was broken and every planted bug was found; 1 else.
 */
public final class FeedCheck {
    /** Away from those of the tests and benchmarks; all that follow from it are below those that Linux gives to clients. */
    private static final int PORT = 19_080;

    private static final Duration PACE = Duration.ofMillis(4);

    private FeedCheck() {}

    /** Runs it. */
    public static void main(String... arguments) throws Exception {
        var options = Options.parse(arguments);
        var root = Path.of(System.getProperty("stoa.root"));
        try (var cluster = new Cluster(Installation.of(root), root.resolve("system-tests/target/feed-check"))) {
            cluster.down();
            Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
            cluster.up(new ClusterOptions(3, 2, PORT, true, true, true), FeedCheck::tell);
            System.exit(check(cluster, options) ? 0 : 1);
        }
    }

    /** On a cluster that runs. */
    private static boolean check(Cluster cluster, Options options) throws Exception {
        var report = new Report(System.out::println);
        try (var play = new FeedPlay(cluster, FeedCheck::tell)) {
            report.ages("at rest", play.ages(options.minutes() * 60));
            report.served("at rest", ReadsServed.until(cluster));
            var stage = play.begin();
            play.run(
                    stage,
                    PACE,
                    new Schedule(stage, Duration.ofMinutes(options.minutes()), options.faults(), FeedCheck::tell));
            report.run(stage, play.verdict(stage));
            report.served("since the clones were last started", ReadsServed.until(cluster));
            for (var bug : Plant.bugs()) {
                report.bug(bug, play.unplanted(bug), play.planted(bug));
            }
        }
        return report.good();
    }

    private static void tell(String line) {
        System.err.println(LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + " " + line);
    }

    /**
     * What is asked for.
     *
     * @param minutes of faults, at least
     * @param faults at least
     */
    record Options(int minutes, int faults) {
        static Options parse(String... arguments) {
            int minutes = 25;
            int faults = 100;
            var rest = new ArrayList<>(List.of(arguments));
            while (!rest.isEmpty()) {
                switch (rest.remove(0)) {
                    case "--minutes" -> minutes = Integer.parseInt(rest.remove(0));
                    case "--faults" -> faults = Integer.parseInt(rest.remove(0));
                    default ->
                        throw new IllegalArgumentException("usage: system-tests/feed-check [--minutes N] [--faults N]");
                }
            }
            return new Options(minutes, faults);
        }
    }
}
