package org.stoa.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stoa.cluster.process.Poll;
import org.stoa.cluster.process.Program;

/**
 * Another balancer before the same clones, where it is installed.
 *
 * @param process ends with this
 */
record HaProxy(Process process) implements AutoCloseable {
    /** Between those of the benchmarks' cluster. */
    private static final int PORT = 24_630;

    /** Where Debian has it, which is not in everybody's path. */
    private static final Path INSTALLED = Path.of("/usr/sbin/haproxy");

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final String SETTINGS = """
            defaults
                mode http
                timeout connect 5s
                timeout client 60s
                timeout server 60s
            frontend shop
                bind 127.0.0.1:%d
                default_backend clones
            backend clones
                balance roundrobin
            %s
            """;

    /**
     * Starts it.
     *
     * @param directory takes its settings and its log
     * @param clones their HTTP ports
     * @return nothing where it is not installed
     */
    static Optional<HaProxy> start(Path directory, List<Integer> clones) throws IOException {
        var program = Program.find("haproxy")
                .or(() -> Stream.of(INSTALLED).filter(Files::isExecutable).findFirst());
        if (program.isEmpty()) {
            return Optional.empty();
        }
        var settings = Files.writeString(directory.resolve("haproxy.cfg"), SETTINGS.formatted(PORT, servers(clones)));
        // In the foreground, so that it ends with its process.
        var process = new ProcessBuilder(program.get().toString(), "-db", "-f", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(new File(directory.toFile(), "haproxy.log"))
                .start();
        var haproxy = new HaProxy(process);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        if (!Poll.until(LIMIT, PAUSE, HaProxy::accepts)) {
            haproxy.close();
            throw new IllegalStateException("HAProxy does not answer, see haproxy.log in " + directory);
        }
        return Optional.of(haproxy);
    }

    private static String servers(List<Integer> clones) {
        return IntStream.range(0, clones.size())
                .mapToObj(n -> "    server node-%d 127.0.0.1:%d".formatted(n + 1, clones.get(n)))
                .collect(Collectors.joining("\n"));
    }

    private static boolean accepts() {
        try {
            RawConnection.to(PORT).close();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Where the shop is through it. */
    int port() {
        return PORT;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
