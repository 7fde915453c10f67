package org.stoa.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.stoa.cluster.Installation;

/** The EAR that is shipped, and in its workers' module a package of other works of jobs: what measures and checks inside a clone. */
public final class EarWithWorks {
    private static final String WORKERS = "stoa-jms-workers.jar";

    private EarWithWorks() {}

    /**
     * Makes it anew.
     *
     * @param shipped what the build has made
     * @param directory where the EAR is put
     * @param work a class of the package; all that is in there with it is added
     * @return the same with this EAR
     * @throws UncheckedIOException a file can't be read or written
     */
    public static Installation of(Installation shipped, Path directory, Class<?> work) {
        try {
            Files.createDirectories(directory);
            var ear = directory.resolve(shipped.ear().getFileName());
            Files.copy(shipped.ear(), ear, StandardCopyOption.REPLACE_EXISTING);
            // A jar inside another one can be read in its place, but not changed.
            var workers = directory.resolve(WORKERS);
            try (var opened = FileSystems.newFileSystem(ear)) {
                Files.copy(opened.getPath(WORKERS), workers, StandardCopyOption.REPLACE_EXISTING);
                add(work, workers);
                Files.copy(workers, opened.getPath(WORKERS), StandardCopyOption.REPLACE_EXISTING);
            }
            return new Installation(shipped.image(), ear);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(Class<?> work, Path workers) throws IOException {
        var name = work.getPackageName().replace('.', '/');
        var origin = origin(work);
        if (Files.isDirectory(origin)) {
            copy(origin.resolve(name), workers, name);
        } else {
            try (var jar = FileSystems.newFileSystem(origin)) {
                copy(jar.getPath(name), workers, name);
            }
        }
    }

    private static void copy(Path classes, Path workers, String name) throws IOException {
        try (var opened = FileSystems.newFileSystem(workers);
                var files = Files.newDirectoryStream(classes, "*.class")) {
            Files.createDirectories(opened.getPath(name));
            for (var file : files) {
                Files.copy(file, opened.getPath(name, file.getFileName().toString()));
            }
        }
    }

    /** The directory or jar that a class is in. */
    private static Path origin(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
