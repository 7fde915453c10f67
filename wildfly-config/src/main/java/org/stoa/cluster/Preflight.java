package org.stoa.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.stoa.cluster.process.LaunchFailure;

/** What is checked before anything is started, so that a start doesn't fail half-way for a reason that was known. */
final class Preflight {
    /** A clone with a heap of 512 MB. */
    private static final long CLONE_MEGABYTES = 700;

    /** PostgreSQL, the balancer and the mail catcher. */
    private static final long BASE_MEGABYTES = 400;

    private static final long DISK_MEGABYTES = 2_000;

    private Preflight() {}

    static void checkMemory(int clones) {
        var needed = BASE_MEGABYTES + clones * CLONE_MEGABYTES;
        var available = availableMegabytes();
        if (available < needed) {
            throw new LaunchFailure("not enough memory: about " + needed + " MB are needed for " + clones + " clones, "
                    + available + " MB are free; close something, or take fewer with --nodes");
        }
    }

    private static long availableMegabytes() {
        try (var lines = Files.lines(Path.of("/proc/meminfo"))) {
            return lines.filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(Long.MAX_VALUE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void checkDisk(Path directory) {
        try {
            var free = Files.getFileStore(directory).getUsableSpace() / (1024 * 1024);
            if (free < DISK_MEGABYTES) {
                throw new LaunchFailure("not enough disk space: " + DISK_MEGABYTES + " MB are needed in " + directory
                        + ", " + free + " MB are free");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Checks that nobody listens where the cluster is going to. */
    static void checkPorts(Map<Integer, String> ports) {
        ports.forEach((port, purpose) -> {
            if (!free(port)) {
                throw new LaunchFailure("port " + port + " (" + purpose
                        + ") is in use: --port N moves all ports, see ./stoa up --help");
            }
        });
    }

    private static boolean free(int port) {
        try (var socket = new ServerSocket()) {
            // Connections of an earlier run that wait for their last packets don't count.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
