package org.stoa.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.stoa.cluster.process.Signal;
import org.stoa.data.LookingClone;

/** Another process that does nothing but look, one look after the other, and is stopped by SIGSTOP while it does. */
final class FrozenClone {
    private static final String FOLLOWS = "follows";
    private static final int LIMIT_SECONDS = 10;

    private final Process process;

    private FrozenClone(Process process) {
        this.process = process;
    }

    /** Returns when it is frozen. */
    static FrozenClone start() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-Xmx96m",
                        "-Dstoa.root=" + System.getProperty("stoa.root"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FrozenClone.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var clone = new FrozenClone(process);
        var line = process.inputReader().readLine();
        if (!FOLLOWS.equals(line)) {
            clone.end();
            throw new IllegalStateException("The clone that was to be frozen did not begin: " + line);
        }
        Signal.STOP.send(List.of(process.pid()));
        return clone;
    }

    /**
     * The process: looks until it is ended, and tells once that it does.
     *
     * @param arguments none
     */
    public static void main(String... arguments) throws SQLException {
        try (var clone = new LookingClone(BenchmarkShop.cluster().connect("primary"))) {
            System.out.println(FOLLOWS);
            while (true) {
                clone.look();
            }
        }
    }

    /** Ends it at once. */
    void end() {
        process.destroyForcibly();
        try {
            process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
