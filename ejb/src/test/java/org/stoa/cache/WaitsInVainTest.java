package org.stoa.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WaitsInVainTest {
    private long now = Long.MAX_VALUE - TimeUnit.SECONDS.toNanos(1);
    private final WaitsInVain waits = new WaitsInVain(() -> now);

    @Test
    void nobody_has_waited_in_vain_at_first() {
        assertThat(waits.arePaused()).isFalse();
    }

    @Test
    void after_each_in_vain_nobody_waits_for_twice_as_long_up_to_a_bound() {
        for (long millis : new long[] {50, 100, 200, 400, 800, 1_600, 3_200, 6_400, 12_800, 16_000, 16_000}) {
            waits.add(now);
            pass(millis - 1);
            assertThat(waits.arePaused()).as("%d ms", millis).isTrue();
            pass(1);
            assertThat(waits.arePaused()).as("%d ms", millis).isFalse();
        }
    }

    @Test
    void who_waited_at_the_same_time_makes_the_pause_no_longer() {
        long together = now;
        pass(10);
        waits.add(together);
        waits.add(together);
        pass(50);
        assertThat(waits.arePaused()).isFalse();
        waits.add(together);
        assertThat(waits.arePaused()).isFalse();
    }

    @Test
    void one_that_was_not_in_vain_ends_it() {
        waits.add(now);
        assertThat(waits.arePaused()).isTrue();
        waits.end();
        assertThat(waits.arePaused()).isFalse();
    }

    private void pass(long millis) {
        now += TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
