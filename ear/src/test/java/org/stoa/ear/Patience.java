package org.stoa.ear;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Waiting for what comes by itself. */
final class Patience {
    /** So long a clone may take for what is done in a moment on a quiet machine. */
    static final Duration LONGEST = Duration.ofSeconds(60);

    private Patience() {}

    /** Asks until the answer is good, and returns it; fails when patience ends. */
    static <T> T await(Callable<T> question, Predicate<T> good) {
        long end = System.nanoTime() + LONGEST.toNanos();
        try {
            var answer = question.call();
            while (!good.test(answer)) {
                assertThat(System.nanoTime())
                        .as("patience, last answer %s", answer)
                        .isLessThan(end);
                TimeUnit.MILLISECONDS.sleep(50);
                answer = question.call();
            }
            return answer;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
