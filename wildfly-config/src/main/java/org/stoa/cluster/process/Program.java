package org.stoa.cluster.process;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Programs of this machine that are run and waited for. */
public final class Program {
    private Program() {}

    /**
     * Looks in the {@code PATH}.
     *
     * @param name the program, e.g. {@code setsid}
     * @return its path, or nothing
     */
    public static Optional<Path> find(String name) {
        return Arrays.stream(
                        System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(File.pathSeparator))
                .filter(directory -> !directory.isBlank())
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Runs a program to its end.
     *
     * @param command program and arguments
     * @param limit after which it is killed
     * @param log takes what it prints, appended
     * @return whether it ended in time with exit code 0
     */
    public static boolean run(List<String> command, Duration limit, Path log) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectInput(Redirect.from(new File("/dev/null")))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()))
                    .start();
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("interrupted while " + command.get(0) + " ran", e);
        }
    }
}
