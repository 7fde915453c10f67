package org.stoa.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StartPatienceTest {
    @Test
    void what_fails_is_tried_until_it_is_done() {
        var tries = new AtomicInteger();
        StartPatience.attempt("Trial", () -> failBefore(tries, 3), 0);
        assertThat(tries).hasValue(3);
    }

    @Test
    void what_always_fails_ends_with_its_last_failure() {
        var tries = new AtomicInteger();
        assertThatThrownBy(() -> StartPatience.attempt("Trial", () -> failBefore(tries, Integer.MAX_VALUE), 0))
                .hasMessage("try " + StartPatience.MOST_TRIES);
        assertThat(tries).hasValue(StartPatience.MOST_TRIES);
    }

    private static void failBefore(AtomicInteger tries, int success) {
        if (tries.incrementAndGet() < success) {
            throw new EJBException("try " + tries);
        }
    }
}
