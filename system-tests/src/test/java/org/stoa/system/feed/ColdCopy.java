package org.stoa.system.feed;

import java.nio.file.Path;
import org.stoa.cluster.Cluster;
import org.stoa.system.faults.Processes;

/** A copy of the primary's files, to which it is put back later as an operator does who has no better backup. */
final class ColdCopy {
    private final Stage stage;
    private final Cluster cluster;
    private final Path data;
    private final Path copy;
    private long copied;

    ColdCopy(Stage stage) {
        this.stage = stage;
        this.cluster = stage.cluster();
        this.data = cluster.directory("primary").resolve("data");
        this.copy = cluster.directory("primary").resolve("copy");
    }

    /** Copies, while nobody writes and the primary is stopped. */
    void take() {
        stage.gate().shut(() -> {
            cluster.stop("primary");
            Processes.run("rm", "-rf", copy.toString());
            Processes.run("cp", "-a", data.toString(), copy.toString());
            copied = System.nanoTime();
            cluster.start("primary");
        });
    }

    /** Puts back, once: what was written since is lost. The replicas, which have it, must be made anew. */
    void putBack() {
        stage.gate().shut(() -> {
            long began = System.nanoTime();
            cluster.kill("primary");
            Processes.run("rm", "-rf", data.toString());
            Processes.run("mv", copy.toString(), data.toString());
            cluster.start("primary");
            stage.history().add(new Restore(copied, began, System.nanoTime()));
        });
    }
}
