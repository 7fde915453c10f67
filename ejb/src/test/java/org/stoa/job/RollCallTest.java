package org.stoa.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class RollCallTest {
    @Test
    void who_was_never_there_is_not_missed() {
        assertThat(new RollCall(1).missing(Set.of("node-1"))).isEmpty();
    }

    @Test
    void who_was_there_is_missed_at_once_where_that_is_believed() {
        var roll = new RollCall(1);
        roll.missing(Set.of("node-1", "node-2"));
        assertThat(roll.missing(Set.of("node-1"))).containsExactly("node-2");
    }

    @Test
    void who_is_missing_once_may_be_late() {
        var roll = new RollCall(2);
        roll.missing(Set.of("node-1", "node-2"));
        assertThat(roll.missing(Set.of("node-1"))).isEmpty();
        assertThat(roll.missing(Set.of("node-1"))).containsExactly("node-2");
    }

    @Test
    void who_comes_back_is_not_missed_any_more() {
        var roll = new RollCall(2);
        roll.missing(Set.of("node-2"));
        roll.missing(Set.of());
        assertThat(roll.missing(Set.of("node-2"))).isEmpty();
        assertThat(roll.missing(Set.of())).isEmpty();
    }

    @Test
    void who_does_not_come_back_is_forgotten() {
        var roll = new RollCall(1);
        roll.missing(Set.of("node-2"));
        int told = 0;
        for (int n = 0; n < 100; n++) {
            told += roll.missing(Set.of()).size();
        }
        assertThat(told).isBetween(5, 20);
    }
}
