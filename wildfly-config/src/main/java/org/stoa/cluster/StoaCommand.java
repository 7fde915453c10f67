package org.stoa.cluster;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.stoa.cluster.process.LaunchFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The launcher: {@code ./stoa}. Exits with 0 on success, 1 on failure, 2 if it was called wrongly. */
@Command(
        name = "stoa",
        description = "Runs a Stoa cluster on this machine: databases, clones, balancer, mail catcher.",
        subcommands = {
            UpCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            PsqlCommand.class,
            ImportCommand.class,
            DatabasesCommand.class
        },
        sortOptions = false,
        usageHelpAutoWidth = true)
public final class StoaCommand {
    private static final String MEMBER = "node-1, node-2, ..., primary, replica-1, ..., balancer, mail";

    private static final String CLONE = "node-1, node-2, ...";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--state",
            hidden = true,
            scope = ScopeType.INHERIT,
            description = "where the cluster keeps what it has")
    private Path state;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "shows a failure's stack trace")
    private boolean verbose;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "shows this help")
    private boolean help;

    /**
     * Runs a command and ends this process with its exit code.
     *
     * @param arguments as typed
     */
    public static void main(String[] arguments) {
        System.exit(run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments));
    }

    /**
     * Runs a command.
     *
     * @param out takes what was asked for
     * @param err takes what went wrong
     * @param arguments as typed
     * @return 0 on success, 1 on failure, 2 if it was called wrongly
     */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        var stoa = new StoaCommand();
        return new CommandLine(stoa)
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((failure, command, parsed) -> stoa.report(failure, command))
                .execute(arguments);
    }

    private int report(Exception failure, CommandLine command) {
        if (failure instanceof IllegalArgumentException) {
            command.getErr().println("stoa: " + failure.getMessage());
            return 2;
        }
        var expected = failure instanceof LaunchFailure;
        command.getErr().println("stoa: " + (expected ? failure.getMessage() : failure + " (--verbose shows where)"));
        if (verbose) {
            failure.printStackTrace(command.getErr());
        }
        return 1;
    }

    Cluster cluster() {
        var root = Path.of(System.getProperty("stoa.root", ""));
        return new Cluster(Installation.of(root), state == null ? root.resolve(".stoa") : state);
    }

    Consumer<String> lines() {
        return line -> {
            spec.commandLine().getOut().println(line);
            spec.commandLine().getOut().flush();
        };
    }

    @Command(description = "Ends a member at once, as a crash would.")
    void kill(@Parameters(paramLabel = "NODE", description = MEMBER) String name) {
        cluster().kill(name);
        lines().accept(name + " killed");
    }

    @Command(description = "Freezes a member: it keeps its connections and answers nothing.")
    void pause(@Parameters(paramLabel = "NODE", description = MEMBER) String name) {
        cluster().pause(name);
        lines().accept(name + " paused, ./stoa resume " + name + " lets it go on");
    }

    @Command(description = "Lets a frozen member go on.")
    void resume(@Parameters(paramLabel = "NODE", description = MEMBER) String name) {
        cluster().resume(name);
        lines().accept(name + " goes on");
    }

    @Command(
            description =
                    "Cuts a clone off from the other clones and the primary: no packet comes through, and nobody is"
                            + " told. Needs root and nftables, or STOA_CUT_COMMAND, see docs/operating.md.")
    void cut(@Parameters(paramLabel = "NODE", description = CLONE) String name) {
        cluster().cut(name);
        lines().accept(name + " is cut off, ./stoa heal " + name + " ends it");
    }

    @Command(description = "Lets a clone that was cut off reach the others again.")
    void heal(@Parameters(paramLabel = "NODE", description = CLONE) String name) {
        cluster().heal(name);
        lines().accept(name + " can reach the others");
    }

    @Command(description = "Stops a member in good order; a clone answers what it has begun first.")
    void stop(@Parameters(paramLabel = "NODE", description = MEMBER) String name) {
        cluster().stop(name, lines());
    }

    @Command(description = "Starts a member again, or one more clone, and waits until it is ready.")
    void start(@Parameters(paramLabel = "NODE", description = MEMBER) String name) {
        cluster().start(name, lines());
    }

    @Command(description = "Holds the replicas back, to see what the shop does about it.")
    void lag(@Parameters(paramLabel = "TIME", description = "500ms, 2s, PT0.5S; 0 ends it") String time) {
        cluster().lag(LagTime.parse(time));
        lines().accept("replicas are held back by " + time);
    }

    @Command(
            description = "Kills the primary and promotes the replica that has received most: it takes over the"
                    + " primary's address, and a new replica is built in its place. Without up --synchronous the last"
                    + " commits may be lost. The old data are put aside in primary/data-fenced.")
    void promote() {
        cluster().promote(lines());
    }

    @Command(description = "Throws a replica's data away and copies the primary anew.")
    void rebuild(@Parameters(paramLabel = "REPLICA", description = "replica-1, ...") String name) {
        cluster().rebuild(name, lines());
    }

    @Command(description = "Ends all that runs.")
    void down() {
        if (!cluster().down(lines())) {
            lines().accept("nothing was running");
        }
    }

    @Command(hidden = true, description = "Exits with 0 if anything runs, else with 1.")
    int running() {
        return cluster().running().isEmpty() ? 1 : 0;
    }
}
