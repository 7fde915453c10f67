package org.stoa.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WaitsInVainTest {
    private final WaitsInVain waits = new WaitsInVain();

    @Test
    void nobody_has_waited_in_vain_at_first() {
        assertThat(waits.arePaused()).isFalse();
    }

    @Test
    void after_one_in_vain_nobody_waits_for_a_while() {
        while (!waits.arePaused()) {
            waits.add(System.nanoTime());
        }
        while (waits.arePaused()) {
            Thread.onSpinWait();
        }
        assertThat(waits.arePaused()).isFalse();
    }

    @Test
    void who_waited_at_the_same_time_makes_the_pause_no_longer() {
        long together = System.nanoTime();
        waits.add(together);
        while (waits.arePaused()) {
            Thread.onSpinWait();
        }
        waits.add(together);
        assertThat(waits.arePaused()).isFalse();
    }

    @Test
    void one_that_was_not_in_vain_ends_it() {
        waits.add(System.nanoTime());
        waits.end();
        assertThat(waits.arePaused()).isFalse();
    }
}
