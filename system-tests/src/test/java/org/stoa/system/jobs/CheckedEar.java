package org.stoa.system.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.stoa.cluster.Installation;
import org.stoa.system.jobs.work.TaskWork;

/** The EAR that is shipped, and in its workers' module the works of the check beside those of the shop. */
public final class CheckedEar {
    private static final String WORKERS = "/stoa-jms-workers.jar";

    private CheckedEar() {}

    /**
     * Makes it.
     *
     * @param shipped what the build has made
     * @param directory where the EAR is put
     * @return the same with this EAR
     */
    public static Installation of(Installation shipped, Path directory) {
        try {
            Files.createDirectories(directory);
            var ear = directory.resolve(shipped.ear().getFileName());
            Files.copy(shipped.ear(), ear, StandardCopyOption.REPLACE_EXISTING);
            var workers = directory.resolve("workers.jar");
            try (var archive = FileSystems.newFileSystem(ear)) {
                Files.copy(archive.getPath(WORKERS), workers, StandardCopyOption.REPLACE_EXISTING);
                addWorks(workers);
                Files.copy(workers, archive.getPath(WORKERS), StandardCopyOption.REPLACE_EXISTING);
            }
            return new Installation(shipped.image(), ear);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addWorks(Path workers) throws IOException {
        var name = TaskWork.class.getPackageName().replace('.', '/');
        try (var archive = FileSystems.newFileSystem(workers);
                var classes = Files.newDirectoryStream(classes().resolve(name), "*.class")) {
            Files.createDirectories(archive.getPath(name));
            for (var type : classes) {
                Files.copy(type, archive.getPath(name, type.getFileName().toString()));
            }
        }
    }

    private static Path classes() {
        try {
            return Path.of(TaskWork.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
