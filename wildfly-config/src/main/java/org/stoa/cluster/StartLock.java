package org.stoa.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.stoa.cluster.process.LaunchFailure;

/**
 * Keeps two commands from starting processes at the same moment, and one from starting what another ends. The operating
 * system frees it if its holder dies.
 */
final class StartLock implements AutoCloseable {
    /**
     * What is locked by this process. Whoever closes any channel of a file gives up all locks that his process has on
     * it, so a file that is locked here must not even be opened.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private StartLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static StartLock take(Path file) {
        return tryTake(file)
                .orElseThrow(() -> new LaunchFailure(
                        "another ./stoa command is starting or ending something here: wait for it, or ./stoa down"));
    }

    /** The lock, or nothing if somebody has it, in this process or in another. */
    static Optional<StartLock> tryTake(Path file) {
        if (!HELD.add(file)) {
            return Optional.empty();
        }
        var taken = false;
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            taken = channel.tryLock() != null;
            if (!taken) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new StartLock(file, channel));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!taken) {
                HELD.remove(file);
            }
        }
    }

    /** Runs an action while holding the lock. */
    void run(Runnable action) {
        action.run();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD.remove(file);
        }
    }
}
