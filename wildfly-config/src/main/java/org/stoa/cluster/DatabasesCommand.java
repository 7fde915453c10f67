package org.stoa.cluster;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ./stoa databases}: primary and replicas alone, for tests that bring their own server. */
@Command(name = "databases", hidden = true, description = "Primary and replicas alone.", usageHelpAutoWidth = true)
final class DatabasesCommand {
    @ParentCommand
    private StoaCommand stoa;

    @Command(description = "Starts them and leaves them running.")
    void up(
            @Option(names = "--port", defaultValue = "8080", description = "the cluster's, see ./stoa up") int port,
            @Option(names = "--replicas", defaultValue = "1", description = "0 to 3") int replicas,
            @Option(names = "--fresh", description = "begins with empty databases") boolean fresh,
            @Option(names = "--synchronous", description = "see ./stoa up") boolean synchronous) {
        stoa.cluster().upDatabases(new ClusterOptions(1, replicas, port, fresh, false, synchronous), stoa.lines());
    }

    @Command(description = "Ends all that runs.")
    void down() {
        stoa.down();
    }
}
