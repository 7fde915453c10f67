package org.stoa.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.stoa.cluster.process.Program;

/**
 * WildFly's own command line, as a program of its own, which speaks to a clone that runs.
 *
 * @param image the WildFly home that holds it
 * @param management the clone's management port
 * @param log takes what it prints
 */
record ServerConsole(Path image, int management, Path log) {
    private static final Duration LIMIT = Duration.ofSeconds(90);

    /**
     * Runs a command.
     *
     * @throws IllegalStateException if it fails
     */
    void run(String command) {
        var line = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-Djboss.home.dir=" + image,
                "-jar",
                image.resolve("jboss-modules.jar").toString(),
                "-mp",
                image.resolve("modules").toString(),
                "org.jboss.as.cli",
                "--connect",
                "--controller=remote+http://127.0.0.1:" + management,
                "--no-color-output",
                "--command=" + command);
        if (!Program.run(line, LIMIT, log)) {
            throw new IllegalStateException(command + " failed, see " + log);
        }
    }
}
