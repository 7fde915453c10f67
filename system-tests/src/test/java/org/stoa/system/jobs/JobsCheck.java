package org.stoa.system.jobs;

import java.nio.file.Path;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.stoa.benchmarks.EarWithWorks;
import org.stoa.cluster.Cluster;
import org.stoa.cluster.ClusterOptions;
import org.stoa.cluster.Installation;
import org.stoa.system.jobs.work.TaskWork;

/**
 * The long form of the checks of the jobs, on a cluster of its own: {@code system-tests/jobs-check}. Exit code 0: no promise was
 * broken and every planted bug was found; 1 else.
 */
public final class JobsCheck {
    /** Away from those of the tests and benchmarks; all that follow from it are below those that Linux gives to clients. */
    private static final int PORT = 17_080;

    private JobsCheck() {}

    /** Runs it. */
    public static void main(String... arguments) throws Exception {
        var options = Options.parse(arguments);
        var root = Path.of(System.getProperty("stoa.root"));
        var target = root.resolve("system-tests/target");
        var installation = EarWithWorks.of(Installation.of(root), target.resolve("jobs-check-ear"), TaskWork.class);
        try (var cluster = new Cluster(installation, target.resolve("jobs-check"))) {
            cluster.down();
            Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
            cluster.up(new ClusterOptions(options.nodes(), 1, PORT, true, false), JobsCheck::tell);
            System.exit(check(cluster, options) ? 0 : 1);
        }
    }

    /** On a cluster that runs. */
    private static boolean check(Cluster cluster, Options options) throws Exception {
        var report = new Report(System.out::println);
        try (var play = new JobsPlay(cluster, JobsCheck::tell)) {
            var history = play.run(options.jobs(), new Blows(cluster).many(options.faults(), JobsCheck::tell));
            report.run(history, new Verifier(history).judge());
            report.takeovers(history);
            for (var bug : Bug.values()) {
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
     * @param jobs how many are submitted
     * @param faults how many things break
     * @param nodes clones
     */
    record Options(int jobs, int faults, int nodes) {
        static Options parse(String... arguments) {
            var options = new Options(20_000, 60, 3);
            var rest = new ArrayList<>(List.of(arguments));
            while (!rest.isEmpty()) {
                options = options.with(rest.remove(0), Integer.parseInt(rest.remove(0)));
            }
            return options;
        }

        private Options with(String name, int number) {
            return switch (name) {
                case "--jobs" -> new Options(number, faults, nodes);
                case "--faults" -> new Options(jobs, number, nodes);
                case "--nodes" -> new Options(jobs, faults, number);
                default ->
                    throw new IllegalArgumentException(
                            "usage: system-tests/jobs-check [--jobs N] [--faults N] [--nodes N]");
            };
        }
    }
}
