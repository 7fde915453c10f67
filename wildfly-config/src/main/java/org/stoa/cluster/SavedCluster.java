package org.stoa.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.stoa.cluster.process.LaunchFailure;

/**
 * How the cluster was started last, kept in a file so that the other commands need not be told again.
 *
 * @param options its options; never {@code fresh}
 * @param lag how long the replicas hold each change back
 */
record SavedCluster(ClusterOptions options, Duration lag) {
    static final SavedCluster DEFAULT = new SavedCluster(ClusterOptions.DEFAULT, Duration.ZERO);

    static Optional<SavedCluster> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            var options = new ClusterOptions(
                    Integer.parseInt(properties.getProperty("nodes")),
                    Integer.parseInt(properties.getProperty("replicas")),
                    Integer.parseInt(properties.getProperty("port")),
                    false,
                    Boolean.parseBoolean(properties.getProperty("demo")),
                    Boolean.parseBoolean(properties.getProperty("synchronous")));
            var lag = Duration.ofMillis(Long.parseLong(properties.getProperty("lag-millis")));
            return Optional.of(new SavedCluster(options, lag));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw new LaunchFailure(file + " can't be understood (" + e.getMessage() + "): remove it", e);
        }
    }

    void write(Path file) {
        var text = """
                nodes=%d
                replicas=%d
                port=%d
                demo=%s
                synchronous=%s
                lag-millis=%d
                """.formatted(
                        options.nodes(),
                        options.replicas(),
                        options.port(),
                        options.demo(),
                        options.synchronous(),
                        lag.toMillis());
        try {
            // Renamed when complete: other commands read it at any time.
            var unfinished = file.resolveSibling(file.getFileName() + "-unfinished");
            Files.writeString(unfinished, text);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
