package org.stoa.cluster.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.stoa.cluster.process.FileTree;
import org.stoa.cluster.process.LaunchFailure;
import org.stoa.cluster.process.Program;
import org.stoa.cluster.process.Progress;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked from a jar on the class path: nothing has to be installed.
 *
 * @param home the directory that holds {@code bin}
 */
public record PostgresBinaries(Path home) {
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final Pattern VERSION = Pattern.compile("-(\\d+\\.\\d+\\.\\d+)\\.jar");

    /**
     * Where they are, or will be once unpacked.
     *
     * @param directory has or gets a subdirectory named after the version
     * @return the programs
     */
    public static PostgresBinaries in(Path directory) {
        var archive = PostgresBinaries.class.getResource(ARCHIVE);
        var version = VERSION.matcher(String.valueOf(archive));
        return new PostgresBinaries(directory.resolve("postgresql-" + (version.find() ? version.group(1) : "unknown")));
    }

    /**
     * Unpacks them, unless that was done before.
     *
     * @param progress told when something is unpacked
     * @throws LaunchFailure if there are none for this machine
     */
    public void unpack(Progress progress) {
        if (Files.isDirectory(home)) {
            return;
        }
        var archive = PostgresBinaries.class.getResource(ARCHIVE);
        if (archive == null || !"amd64".equals(System.getProperty("os.arch"))) {
            throw new LaunchFailure("the launcher brings PostgreSQL for Linux on x86-64 only");
        }
        try {
            // Renamed when complete, so that an interrupted start leaves nothing half unpacked in its place.
            var unfinished = home.resolveSibling("postgresql-unfinished");
            FileTree.delete(unfinished);
            Files.createDirectories(unfinished);
            unpack(archive, unfinished);
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        progress.step("PostgreSQL: unpacked " + home.getFileName());
    }

    private static void unpack(URL archive, Path home) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive.openStream())))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, home.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            Files.setPosixFilePermissions(path, permissions(entry.getMode()));
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        // The enumeration lists the nine bits from the owner's read to the others' execute.
        var all = PosixFilePermission.values();
        var set = EnumSet.noneOf(PosixFilePermission.class);
        for (var bit = 0; bit < all.length; bit++) {
            if ((mode & (0400 >> bit)) != 0) {
                set.add(all[bit]);
            }
        }
        return set;
    }

    /**
     * The command that runs a program. PostgreSQL refuses to run as root; in a user namespace of its own it sees itself
     * as nobody.
     *
     * @param program e.g. {@code initdb}
     * @param arguments its arguments
     * @return program and arguments
     * @throws LaunchFailure if this is root and user namespaces are not allowed
     */
    public List<String> command(String program, String... arguments) {
        var command = new ArrayList<String>();
        if (root()) {
            if (!Program.run(List.of("unshare", "-U", "true"), Duration.ofSeconds(10), Path.of("/dev/null"))) {
                throw new LaunchFailure("PostgreSQL doesn't run as root, and \"unshare -U\" is not allowed here:"
                        + " run ./stoa as an ordinary user");
            }
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static boolean root() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
