package org.stoa.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SessionTurnsTest {
    private static final int LONG = 60_000;

    @Test
    void a_second_request_waits_until_the_first_gave_back() throws Exception {
        var turns = new SessionTurns(LONG);
        var first = turns.next("a").orElseThrow();
        var second = CompletableFuture.supplyAsync(() -> turns.next("a"));
        assertThat(second).isNotDone();
        first.end();
        assertThat(second.get(1, TimeUnit.MINUTES)).isPresent();
    }

    @Test
    void sessions_do_not_wait_for_each_other() {
        var turns = new SessionTurns(LONG);
        assertThat(turns.next("a")).isPresent();
        assertThat(turns.next("b")).isPresent();
    }

    @Test
    void who_waits_for_too_long_gets_none_and_takes_none_from_others() {
        var turns = new SessionTurns(1);
        var first = turns.next("a").orElseThrow();
        assertThat(turns.next("a")).isEmpty();
        first.end();
        assertThat(turns.next("a")).isPresent();
    }

    @Test
    void ending_twice_lets_one_in_not_two() {
        var turns = new SessionTurns(1);
        var first = turns.next("a").orElseThrow();
        first.end();
        first.end();
        assertThat(turns.next("a")).isPresent();
        assertThat(turns.next("a")).isEmpty();
    }

    @Test
    void so_many_wait_and_no_more() throws Exception {
        var turns = new SessionTurns(LONG);
        var first = turns.next("a").orElseThrow();
        var let = new AtomicInteger();
        var waiting = new ArrayList<Thread>();
        for (int n = 0; n < 50; n++) {
            var thread = new Thread(() -> turns.next("a").ifPresent(turn -> {
                let.incrementAndGet();
                turn.end();
            }));
            thread.start();
            // One by one: each is told at once that it may not wait, or waits.
            while (thread.isAlive() && thread.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            waiting.add(thread);
        }
        first.end();
        for (var thread : waiting) {
            thread.join();
        }
        assertThat(let).hasValue(12);
    }
}
