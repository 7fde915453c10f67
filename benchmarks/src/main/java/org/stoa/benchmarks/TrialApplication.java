package org.stoa.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.stoa.cluster.Installation;
import org.stoa.trial.TrialWork;

/** The application as it is shipped, with {@code org.stoa.trial} beside the other works of jobs: it measures inside a clone. */
final class TrialApplication {
    private static final String WORKERS = "stoa-jms-workers.jar";
    private static final String PACKAGE = "org/stoa/trial";

    private TrialApplication() {}

    /** The same installation, with that application, which is made anew. */
    static Installation of(Installation shipped) {
        try {
            var directory = Files.createDirectories(
                    BenchmarkShop.directory().resolveSibling("trial").toAbsolutePath());
            var ear = directory.resolve(shipped.ear().getFileName());
            Files.copy(shipped.ear(), ear, StandardCopyOption.REPLACE_EXISTING);
            try (var opened = FileSystems.newFileSystem(ear)) {
                // A jar inside another one can be read in its place, but not changed.
                var workers = directory.resolve(WORKERS);
                Files.copy(opened.getPath(WORKERS), workers, StandardCopyOption.REPLACE_EXISTING);
                add(workers);
                Files.copy(workers, opened.getPath(WORKERS), StandardCopyOption.REPLACE_EXISTING);
            }
            return new Installation(shipped.image(), ear);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(Path workers) throws IOException {
        try (var own = FileSystems.newFileSystem(self());
                var opened = FileSystems.newFileSystem(workers);
                var classes = Files.list(own.getPath(PACKAGE))) {
            Files.createDirectories(opened.getPath(PACKAGE));
            for (var file : classes.toList()) {
                Files.copy(file, inside(opened, file));
            }
        }
    }

    private static Path inside(FileSystem opened, Path file) {
        return opened.getPath(PACKAGE, file.getFileName().toString());
    }

    /** The jar that this class is in. */
    private static Path self() {
        try {
            return Path.of(TrialWork.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
