package org.stoa.cluster;

import java.nio.file.Path;
import org.stoa.cluster.process.LaunchFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ./stoa import}: has the running shop import a catalogue. */
@Command(
        name = "import",
        description = "Imports a catalogue (CSV) through the running shop.",
        sortOptions = false,
        usageHelpAutoWidth = true)
final class ImportCommand implements Runnable {
    @ParentCommand
    private StoaCommand stoa;

    @Parameters(paramLabel = "FILE", description = "CSV with a header, in UTF-8, up to 256 MiB")
    private Path file;

    @Option(
            names = "--mapping",
            paramLabel = "M",
            description = "books, catalogue (default: the one that fits the header)")
    private String mapping;

    @Option(names = "--wait", description = "shows the progress and returns when it is done")
    private boolean wait;

    @Override
    public void run() {
        var cluster = stoa.cluster();
        var remote = new RemoteImport(cluster.url(), cluster.staffToken());
        var job = remote.send(file, mapping);
        stoa.lines().accept("job " + job);
        if (!wait) {
            return;
        }
        var end = remote.await(job, stoa.lines());
        if (!end.isDone()) {
            throw new LaunchFailure("the import is " + end.state() + ": " + end.error());
        }
        stoa.lines().accept(end.counts());
    }
}
