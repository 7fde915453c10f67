package org.stoa.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StartPatienceTest {
    @Test
    void what_fails_is_tried_until_it_is_done() {
        var tries = new AtomicInteger();
        StartPatience.attempt("Trial", () -> failBefore(tries, 3), Duration.ZERO, Duration.ofMinutes(1));
        assertThat(tries).hasValue(3);
    }

    @Test
    void what_always_fails_ends_with_its_last_failure() {
        var tries = new AtomicInteger();
        var longest = Duration.ofMillis(20);
        assertThatThrownBy(() -> StartPatience.attempt(
                        "Trial", () -> failBefore(tries, Integer.MAX_VALUE), Duration.ofMillis(1), longest))
                .isInstanceOf(EJBException.class)
                .satisfies(last -> assertThat(last).hasMessage("try " + tries));
    }

    @Test
    void what_fails_for_another_reason_is_not_tried_again() {
        var tries = new AtomicInteger();
        assertThatThrownBy(
                        () -> StartPatience.attempt("Trial", () -> refuse(tries), Duration.ZERO, Duration.ofMinutes(1)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(tries).hasValue(1);
    }

    private static void refuse(AtomicInteger tries) {
        tries.incrementAndGet();
        throw new IllegalStateException("a setting is wrong");
    }

    private static void failBefore(AtomicInteger tries, int success) {
        if (tries.incrementAndGet() < success) {
            throw new EJBException("try " + tries);
        }
    }
}
