package org.stoa.cluster;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ./stoa logs}: what a member prints. */
@Command(name = "logs", description = "Shows what a member prints.", sortOptions = false, usageHelpAutoWidth = true)
final class LogsCommand implements Runnable {
    @ParentCommand
    private StoaCommand stoa;

    @Parameters(paramLabel = "NODE", description = "node-1, ..., primary, replica-1, ..., balancer, mail")
    private String name;

    @Option(names = "-f", description = "goes on with what is printed from now on, until Ctrl-C")
    private boolean follow;

    @Option(names = "-n", paramLabel = "N", defaultValue = "50", description = "so many last lines (default: 50)")
    private int count;

    @Override
    public void run() {
        if (count < 0) {
            throw new IllegalArgumentException("-n must not be negative: " + count);
        }
        var log = stoa.cluster().log(name);
        if (log.length() == 0 && !follow) {
            stoa.lines().accept(name + " has printed nothing");
        }
        log.tail(count).forEach(stoa.lines());
        if (follow) {
            log.follow(() -> true, stoa.lines());
        }
    }
}
