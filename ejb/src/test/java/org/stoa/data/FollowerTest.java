package org.stoa.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class FollowerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> PRICE = List.of("price:1");

    private final AtomicLong now = new AtomicLong(1);
    private final ScriptedLooks primary = new ScriptedLooks(now::get);
    private final Follower follower = new Follower(primary, now::get);

    @Test
    void the_first_look_names_none_before_it_and_the_next_one_goes_on_from_there() throws SQLException {
        follower.look(PATIENCE);
        primary.xid = 200;
        follower.look(PATIENCE);
        follower.look(PATIENCE);

        assertThat(primary.asked).containsExactly(Optional.empty(), Optional.of("100:100:"), Optional.of("200:200:"));
    }

    @Test
    void what_was_known_before_a_clone_joined_may_have_changed() throws SQLException {
        var known = follower.look(PATIENCE);

        assertThat(known.isUnchangedSince(known.now(), PRICE)).isFalse();
        assertThat(known.isUnchangedSince(known.now())).isFalse();

        follower.look(PATIENCE);

        assertThat(known.isUnchangedSince(known.now(), PRICE)).isTrue();
        assertThat(known.isUnchangedSince(known.now())).isTrue();
    }

    @Test
    void what_a_look_found_has_changed_for_all_that_was_read_before() throws SQLException {
        follower.look(PATIENCE);
        var known = follower.look(PATIENCE);
        var asOf = known.now();

        primary.changes = PRICE;
        follower.look(PATIENCE);

        assertThat(known.isUnchangedSince(asOf, PRICE)).isFalse();
        assertThat(known.isUnchangedSince(known.now(), PRICE))
                .as("read as of the look that found it, whose snapshot need not see it")
                .isFalse();
        assertThat(known.isUnchangedSince(asOf, List.of("price:2"))).isTrue();
        assertThat(known.isUnchangedSince(asOf)).isFalse();
    }

    @Test
    void a_change_that_the_snapshot_shows_does_not_count() throws SQLException {
        follower.look(PATIENCE);
        var known = follower.look(PATIENCE);
        var asOf = known.now();

        primary.changes = PRICE;
        primary.xid = 101;
        follower.look(PATIENCE);

        assertThat(known.isUnchangedSince(asOf, PRICE)).isFalse();
        assertThat(known.isUnchangedSince(known.now(), PRICE))
                .as("read by another clone after the change, before this one found it")
                .isTrue();

        primary.changes = PRICE;
        primary.changedBy = 101;
        var read = known.now();
        follower.look(PATIENCE);
        assertThat(known.isUnchangedSince(read, PRICE)).as("the next change").isFalse();
        assertThat(known.lastTransaction(PRICE)).isEqualTo(101);
        assertThat(known.lastTransaction(List.of("price:43"))).isZero();
    }

    @Test
    void of_many_changes_of_one_thing_the_last_ones_are_told_apart() throws SQLException {
        follower.look(PATIENCE);
        var known = follower.look(PATIENCE);
        primary.xid = 101;
        follower.look(PATIENCE);
        var sawTheFirst = known.now();
        primary.changes = PRICE;
        follower.look(PATIENCE);
        assertThat(known.isUnchangedSince(sawTheFirst, PRICE)).isTrue();

        for (int n = 0; n < 8; n++) {
            primary.changes = PRICE;
            follower.look(PATIENCE);
        }

        assertThat(known.isUnchangedSince(sawTheFirst, PRICE))
                .as("which of them it saw is no longer known")
                .isFalse();
    }

    @Test
    void what_is_known_is_trusted_for_900_ms_from_when_the_look_was_sent() throws SQLException {
        var known = follower.look(PATIENCE);

        now.addAndGet(Duration.ofMillis(899).toNanos());
        assertThat(follower.isTrusted(known)).isTrue();

        now.addAndGet(Duration.ofMillis(1).toNanos());
        assertThat(follower.isTrusted(known)).isFalse();
    }

    @Test
    void a_look_that_fails_is_made_up_for_by_the_next() throws SQLException {
        follower.look(PATIENCE);
        primary.fails = true;
        primary.xid = 200;

        assertThatThrownBy(() -> follower.look(PATIENCE)).isInstanceOf(SQLException.class);

        primary.fails = false;
        follower.look(PATIENCE);
        assertThat(primary.asked.get(2)).isEqualTo(Optional.of("100:100:"));
    }

    @Test
    void in_a_new_generation_nothing_is_known() throws SQLException {
        var old = follower.look(PATIENCE);
        primary.tick = 0;
        primary.renew(false);

        var known = follower.look(PATIENCE);

        assertThat(known).isNotSameAs(old);
        assertThat(known.isUnchangedSince(known.now(), PRICE)).isFalse();
        assertThat(known.generation()).isEqualTo(primary.generation.orElseThrow());
    }

    @Test
    void who_finds_no_generation_begins_one() throws SQLException {
        follower.look(PATIENCE);
        primary.generation = Optional.empty();

        var known = follower.look(PATIENCE);

        assertThat(primary.renewals).isEqualTo(1);
        assertThat(known.generation()).isEqualTo(primary.generation.orElseThrow());
    }

    @Test
    void ticks_that_went_back_begin_a_new_generation() throws SQLException {
        follower.look(PATIENCE);
        follower.look(PATIENCE);
        primary.tick = 1;

        var known = follower.look(PATIENCE);

        assertThat(primary.renewals).isEqualTo(1);
        assertThat(known.generation()).isEqualTo(primary.generation.orElseThrow());
    }

    @Test
    void who_was_away_while_changes_were_cleaned_follows_anew() throws SQLException {
        follower.look(PATIENCE);
        var old = follower.look(PATIENCE);
        primary.horizon = 101;

        var known = follower.look(PATIENCE);

        assertThat(known).isNotSameAs(old);
        assertThat(known.isUnchangedSince(known.now(), PRICE)).isFalse();
    }

    @Test
    void who_was_away_for_long_follows_anew() throws SQLException {
        var old = follower.look(PATIENCE);
        now.addAndGet(Duration.ofSeconds(31).toNanos());

        assertThat(follower.look(PATIENCE)).isNotSameAs(old);
        assertThat(primary.asked).containsExactly(Optional.empty(), Optional.empty());
    }

    @Test
    void a_look_on_its_way_does_not_count_and_one_more_serves_all_who_wait() throws Exception {
        var slow = new SlowLooks();
        var follower = new Follower(slow, System::nanoTime);
        var threads = Executors.newCachedThreadPool();
        try {
            var first = threads.submit(() -> follower.look(PATIENCE));
            slow.begun.await(30, TimeUnit.SECONDS);
            // Commits, while a look is on its way that may have begun before them.
            var waiting = new ArrayList<Future<Following>>();
            var asking = new CountDownLatch(8);
            for (int i = 0; i < 8; i++) {
                waiting.add(threads.submit(() -> {
                    asking.countDown();
                    return follower.look(PATIENCE);
                }));
            }
            asking.await(30, TimeUnit.SECONDS);
            assertThat(waiting).noneMatch(Future::isDone);

            slow.mayEnd.countDown();
            first.get(30, TimeUnit.SECONDS);
            for (var look : waiting) {
                assertThat(look.get(30, TimeUnit.SECONDS).last().before()).isGreaterThan(1);
            }
            assertThat(slow.most).as("looks at once").isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void nobody_waits_for_ever() throws Exception {
        var slow = new SlowLooks();
        var follower = new Follower(slow, System::nanoTime);
        var threads = Executors.newCachedThreadPool();
        try {
            threads.submit(() -> follower.look(PATIENCE));
            slow.begun.await(30, TimeUnit.SECONDS);

            assertThatThrownBy(() -> follower.look(Duration.ofMillis(20))).isInstanceOf(SQLException.class);
        } finally {
            slow.mayEnd.countDown();
            threads.shutdownNow();
        }
    }

    /** The first look takes until it may end. */
    private static final class SlowLooks extends ScriptedLooks {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch mayEnd = new CountDownLatch(1);
        private final AtomicLong at = new AtomicLong();
        private volatile long most;

        SlowLooks() {
            super(System::nanoTime);
        }

        @Override
        Look look(Optional<String> previous) throws SQLException {
            most = Math.max(most, at.incrementAndGet());
            try {
                var look = super.look(previous);
                begun.countDown();
                if (!mayEnd.await(60, TimeUnit.SECONDS)) {
                    throw new SQLException("never let go");
                }
                return look;
            } catch (InterruptedException e) {
                throw new SQLException(e);
            } finally {
                at.decrementAndGet();
            }
        }
    }

    @Test
    void listeners_are_told_what_a_look_found_before_it_counts() throws SQLException {
        var told = new Told();
        var telling = new Follower(primary, now::get, List.of(told));
        telling.look(PATIENCE);
        var known = telling.look(PATIENCE);
        long last = known.last().after();
        told.lastWhenTold = () -> telling.known().orElseThrow().last().after();

        primary.changes = PRICE;
        telling.look(PATIENCE);

        assertThat(told.news).containsExactly(List.of("*"), PRICE);
        assertThat(told.last).as("the look before").isEqualTo(last);
        assertThat(known.last().after()).isGreaterThan(last);
    }

    @Test
    void listeners_are_told_again_what_one_of_them_could_not_take() throws SQLException {
        var told = new Told();
        var telling = new Follower(primary, now::get, List.of(told));
        var known = telling.look(PATIENCE);
        long last = known.last().after();
        told.fails = true;
        primary.changes = PRICE;

        assertThatThrownBy(() -> telling.look(PATIENCE)).isInstanceOf(SQLException.class);
        assertThat(known.last().after()).isEqualTo(last);

        told.fails = false;
        primary.changes = PRICE;
        telling.look(PATIENCE);
        assertThat(primary.asked).endsWith(Optional.of("100:100:"), Optional.of("100:100:"));
        assertThat(told.news).containsExactly(List.of("*"), PRICE, PRICE);
    }

    @Test
    void listeners_of_a_new_generation_know_nothing_any_more() throws SQLException {
        var told = new Told();
        var telling = new Follower(primary, now::get, List.of(told));
        telling.look(PATIENCE);
        primary.generation = Optional.of(UUID.randomUUID());
        telling.look(PATIENCE);

        assertThat(told.news).containsExactly(List.of("*"), List.of("*"));
    }

    /** Keeps what it is told; everything is "*". */
    private static final class Told implements ChangeListener {
        private final List<Collection<String>> news = new ArrayList<>();
        private LongSupplier lastWhenTold = () -> 0;
        private long last;
        private boolean fails;

        @Override
        public void changed(Collection<String> tags) {
            news.add(tags);
            last = lastWhenTold.getAsLong();
            if (fails) {
                throw new IllegalStateException("can't forget");
            }
        }

        @Override
        public void everythingMayHaveChanged() {
            news.add(List.of("*"));
        }
    }
}
