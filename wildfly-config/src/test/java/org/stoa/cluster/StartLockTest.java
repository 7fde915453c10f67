package org.stoa.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stoa.cluster.process.LaunchFailure;

class StartLockTest {
    @TempDir
    Path directory;

    @Test
    void who_is_refused_does_not_take_the_lock_away_from_its_holder() throws Exception {
        var file = directory.resolve("lock");
        var held = StartLock.take(file);

        assertThat(StartLock.tryTake(file)).isEmpty();
        assertThatThrownBy(() -> StartLock.take(file)).isInstanceOf(LaunchFailure.class);

        // Another process asks the operating system, which forgets a lock when any channel of the file is closed.
        assertThat(freeForAnotherProcess(file)).isFalse();
        held.close();
        assertThat(freeForAnotherProcess(file)).isTrue();
        StartLock.take(file).close();
    }

    private static boolean freeForAnotherProcess(Path file) throws Exception {
        var other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        TryLock.class.getName(),
                        file.toString())
                .inheritIO()
                .start();
        assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return other.exitValue() == 0;
    }

    /** Exits with 0 if the lock is free. */
    static final class TryLock {
        private TryLock() {}

        public static void main(String[] arguments) {
            System.exit(StartLock.tryTake(Path.of(arguments[0])).isPresent() ? 0 : 1);
        }
    }
}
