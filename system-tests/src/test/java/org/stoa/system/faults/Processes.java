package org.stoa.system.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Waits, and programs that are run. */
public final class Processes {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Processes() {}

    /** Runs a program, which must succeed. */
    public static void run(String... command) {
        try {
            var process = new ProcessBuilder(List.of(command)).inheritIO().start();
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(String.join(" ", command) + " failed");
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks until the answer is yes; what can't be asked is a no. */
    public static void await(String what, Duration limit, Callable<Boolean> question) {
        long end = System.nanoTime() + limit.toNanos();
        Exception last = null;
        while (System.nanoTime() < end) {
            try {
                if (question.call()) {
                    return;
                }
            } catch (Exception e) {
                last = e;
            }
            pause(Duration.ofMillis(20));
        }
        throw new IllegalStateException("Waited in vain until " + what, last);
    }

    /** Lets time pass. */
    public static void pause(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
