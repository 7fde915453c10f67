package org.stoa.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FreshnessTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<Stamp> NOBODY = List.of();
    private static final Set<String> EVERYTHING = Set.of();
    private static final Set<String> PRICE = Set.of("price:1");

    private final AtomicLong now = new AtomicLong(1);
    private final ScriptedLooks primary = new ScriptedLooks(now::get);
    private final Follower follower = new Follower(primary, now::get);
    private Following known;

    @BeforeEach
    void follow() throws SQLException {
        follower.look(PATIENCE);
        known = follower.look(PATIENCE);
    }

    @Test
    void a_replica_that_has_reached_the_last_look_has_everything() {
        assertThat(isMet(position(), NOBODY, EVERYTHING)).isTrue();
    }

    @Test
    void a_replica_of_another_generation_has_nothing() {
        var other = new ReplicaPosition(UUID.randomUUID(), Long.MAX_VALUE);
        assertThat(other.reached(known)).isEmpty();
        assertThat(isMet(other, NOBODY, EVERYTHING)).isFalse();
    }

    @Test
    void a_replica_behind_all_looks_that_are_known_has_nothing() {
        assertThat(isMet(new ReplicaPosition(known.generation(), 1), NOBODY, EVERYTHING))
                .isFalse();
    }

    @Test
    void a_replica_a_little_behind_serves_those_who_have_not_seen_more() throws SQLException {
        var behind = position();
        var stamp = lookAfter("price:1");

        assertThat(isMet(behind, NOBODY, EVERYTHING)).isTrue();
        assertThat(isMet(behind, List.of(stamp), EVERYTHING)).isFalse();
        assertThat(isMet(position(), List.of(stamp), EVERYTHING)).isTrue();
    }

    @Test
    void a_replica_far_behind_serves_what_has_not_changed_since() throws SQLException {
        var behind = position();
        var stamp = lookAfter("price:2");
        now.addAndGet(Duration.ofSeconds(2).toNanos());
        follower.look(PATIENCE);

        assertThat(isMet(behind, NOBODY, EVERYTHING)).isFalse();
        assertThat(isMet(behind, NOBODY, Set.of("price:2"))).isFalse();
        assertThat(isMet(behind, NOBODY, PRICE)).isTrue();
        assertThat(isMet(behind, List.of(stamp), PRICE))
                .as("for the writer of another thing, too")
                .isTrue();
    }

    @Test
    void what_was_unchanged_may_not_be_when_the_clone_was_frozen_meanwhile() {
        var behind = position();
        now.addAndGet(Duration.ofSeconds(20).toNanos());

        assertThat(isMet(behind, NOBODY, PRICE)).isFalse();
    }

    @Test
    void a_replica_that_stands_still_while_nothing_happens_is_behind_since_then() throws SQLException {
        long behind = primary.position - 1;
        primary.position = 5000;
        follower.look(PATIENCE);
        assertThat(known.reachedAt(5000).orElseThrow().since()).isEqualTo(now.get());
        long since = now.get();
        for (int i = 0; i < 5; i++) {
            now.addAndGet(Duration.ofMillis(250).toNanos());
            primary.position = 5000;
            follower.look(PATIENCE);
        }

        assertThat(known.reachedAt(5000).orElseThrow().since()).isEqualTo(since);
        assertThat(known.reachedAt(5000).orElseThrow().sentAt()).isEqualTo(now.get());
        assertThat(known.behind(behind)).isGreaterThan(Duration.ZERO);
    }

    @Test
    void a_change_of_the_whole_kind_or_of_everything_changes_each() throws SQLException {
        for (var all : List.of("price:*", "*")) {
            var behind = position();
            lookAfter(all);
            now.addAndGet(Duration.ofSeconds(2).toNanos());
            assertThat(isMet(behind, NOBODY, PRICE)).as(all).isFalse();
            follower.look(PATIENCE);
        }
    }

    @Test
    void a_stamp_of_another_generation_or_of_no_look_is_ignored() throws SQLException {
        var behind = position();
        lookAfter("price:1");

        assertThat(isMet(behind, List.of(new Stamp(UUID.randomUUID(), 1)), EVERYTHING))
                .isTrue();
        assertThat(isMet(behind, List.of(new Stamp(known.generation(), 999_999)), EVERYTHING))
                .isTrue();
    }

    /** Where a replica is that has replayed all that the last look saw. */
    private ReplicaPosition position() {
        return new ReplicaPosition(known.generation(), known.last().position());
    }

    private Stamp lookAfter(String change) throws SQLException {
        primary.changes = List.of(change);
        follower.look(PATIENCE);
        return new Stamp(known.generation(), known.last().before());
    }

    private boolean isMet(ReplicaPosition replica, Collection<Stamp> stamps, Set<String> tags) {
        return new Freshness(known, stamps, tags)
                .isMetBy(Optional.of(replica).flatMap(at -> at.reached(known)), follower::isTrusted, now::get);
    }
}
