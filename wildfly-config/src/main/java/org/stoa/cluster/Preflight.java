package org.stoa.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.stoa.cluster.process.LaunchFailure;
import org.stoa.cluster.process.Poll;

/** What is checked before anything is started, so that a start doesn't fail half-way for a reason that was known. */
final class Preflight {
    /** A clone with a heap of 512 MB. */
    private static final long CLONE_MEGABYTES = 700;

    /** PostgreSQL, the balancer and the mail catcher. */
    private static final long BASE_MEGABYTES = 400;

    private static final long DISK_MEGABYTES = 2_000;

    /** How long the system takes to take its ports from a process that was killed, where the machine is busy. */
    private static final Duration LAST_MOMENT = Duration.ofSeconds(3);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private Preflight() {}

    /** Checks the memory for all of a cluster; without clones, for its databases. */
    static void checkMemory(int clones) {
        if (clones == 0) {
            requireMemory(BASE_MEGABYTES, "the databases", "close something");
        } else {
            requireMemory(
                    BASE_MEGABYTES + clones * CLONE_MEGABYTES,
                    "a cluster with --nodes " + clones,
                    "close something, or take fewer");
        }
    }

    /** Checks the memory for one clone of a cluster whose other members run. */
    static void checkMemoryOfClone() {
        requireMemory(CLONE_MEGABYTES, "one more clone", "close something");
    }

    private static void requireMemory(long needed, String purpose, String advice) {
        var available = availableMegabytes();
        if (available < needed) {
            throw new LaunchFailure("not enough memory: about " + needed + " MB are needed for " + purpose + ", "
                    + available + " MB are free; " + advice);
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

    /** Checks that nobody listens where the cluster is going to; who was killed just now may hold his ports for a moment. */
    static void checkPorts(Map<Integer, String> ports) {
        ports.forEach((port, purpose) -> {
            if (!Poll.until(LAST_MOMENT, LOOK_AGAIN, () -> free(port))) {
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
