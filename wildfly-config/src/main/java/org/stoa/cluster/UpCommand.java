package org.stoa.cluster;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.stoa.cluster.process.LaunchFailure;
import org.stoa.cluster.process.Poll;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ./stoa up}: starts all; without {@code --detach} it stays, and Ctrl-C ends all. */
@Command(
        name = "up",
        description = "Starts the cluster and prints where it is. Ctrl-C ends it all.",
        sortOptions = false,
        usageHelpAutoWidth = true)
final class UpCommand implements Callable<Integer> {
    @ParentCommand
    private StoaCommand stoa;

    @Option(names = "--nodes", paramLabel = "N", defaultValue = "2", description = "clones, 1 to 6 (default: 2)")
    private int nodes;

    @Option(
            names = "--replicas",
            paramLabel = "R",
            defaultValue = "1",
            description = "replicas of the database, 0 to 3 (default: 1)")
    private int replicas;

    @Option(
            names = "--port",
            paramLabel = "P",
            defaultValue = "8080",
            description = "where the shop is (default: 8080); all other ports follow from it")
    private int port;

    @Option(names = "--detach", description = "returns when the shop answers, and leaves it running")
    private boolean detach;

    @Option(names = "--fresh", description = "begins with empty databases")
    private boolean fresh;

    @Option(names = "--no-demo", description = "leaves empty databases empty instead of loading the demo shop")
    private boolean withoutDemo;

    @Option(
            names = "--synchronous",
            description = "a commit is answered when a replica has it, and survives ./stoa promote; without it the last"
                    + " ones before a promotion may be lost")
    private boolean synchronous;

    private volatile boolean interrupted;

    @Override
    public Integer call() {
        var options = new ClusterOptions(nodes, replicas, port, fresh, !withoutDemo, synchronous);
        var cluster = stoa.cluster();
        // Before the hook is there: a cluster that somebody else has started is not ours to end.
        cluster.refuseIfRunning();
        var atExit = new Thread(() -> end(cluster), "end of the cluster");
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            cluster.up(options, this::tellUnlessInterrupted);
        } catch (RuntimeException e) {
            awaitEndIfInterrupted();
            Runtime.getRuntime().removeShutdownHook(atExit);
            throw e;
        }
        Addresses.of(cluster.status(), cluster.staffPasswordFile(), cluster.staffTokenFile())
                .forEach(this::tell);
        if (detach) {
            Runtime.getRuntime().removeShutdownHook(atExit);
            tell("running; ./stoa status shows how it is, ./stoa down ends it");
            return 0;
        }
        tell("running until Ctrl-C");
        watch(cluster);
        Runtime.getRuntime().removeShutdownHook(atExit);
        return 0;
    }

    private void end(Cluster cluster) {
        interrupted = true;
        tell("ending the cluster");
        try {
            cluster.close(this::tell);
        } catch (LaunchFailure e) {
            tell("stoa: " + e.getMessage());
        }
    }

    /** What fails because the cluster is being ended is no news; the process ends with the hook. */
    private void awaitEndIfInterrupted() {
        while (interrupted) {
            Poll.sleep(Duration.ofSeconds(1));
        }
    }

    private void watch(Cluster cluster) {
        var before = cluster.running();
        while (!before.isEmpty()) {
            Poll.sleep(Duration.ofSeconds(1));
            var now = cluster.running();
            if (interrupted) {
                awaitEndIfInterrupted();
            }
            report(before, now);
            before = now;
        }
        tell("nothing is running any more");
    }

    private void report(List<String> before, List<String> now) {
        before.stream()
                .filter(name -> !now.contains(name))
                .forEach(name -> tell(name + " has ended, ./stoa start " + name + " starts it again"));
        now.stream().filter(name -> !before.contains(name)).forEach(name -> tell(name + " was started"));
    }

    private void tellUnlessInterrupted(String line) {
        if (!interrupted) {
            tell(line);
        }
    }

    private void tell(String line) {
        stoa.lines().accept(line);
    }
}
