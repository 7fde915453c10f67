package org.stoa.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GrantedLeasesTest {
    private final AtomicLong now = new AtomicLong();
    private final GrantedLeases leases = new GrantedLeases(now::get);

    @Test
    void of_those_who_ask_for_one_load_at_once_one_gets_it() throws Exception {
        var clones = Executors.newFixedThreadPool(8);
        try {
            var asked = IntStream.range(0, 8)
                    .mapToObj(n -> clones.submit(() -> leases.grant("product:42 7", "node-" + n)))
                    .toList();
            int granted = 0;
            for (var each : asked) {
                granted += each.get(60, TimeUnit.SECONDS) ? 1 : 0;
            }
            assertThat(granted).isOne();
        } finally {
            clones.shutdownNow();
        }
    }

    @Test
    void who_has_it_may_have_it_again_and_what_another_change_asks_for_is_another() {
        assertThat(leases.grant("product:42 7", "node-1")).isTrue();
        assertThat(leases.grant("product:42 7", "node-1")).isTrue();
        assertThat(leases.grant("product:42 8", "node-2")).isTrue();
        assertThat(leases.grant("product:43 7", "node-2")).isTrue();
    }

    @Test
    void one_that_is_not_used_goes_to_another_after_a_while() {
        assertThat(leases.grant("product:42 7", "dies")).isTrue();
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(299));
        assertThat(leases.grant("product:42 7", "node-2")).isFalse();
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(2));
        assertThat(leases.grant("product:42 7", "node-2")).isTrue();
    }
}
