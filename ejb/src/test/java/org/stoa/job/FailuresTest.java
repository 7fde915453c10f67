package org.stoa.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailuresTest {
    private final Failures failures = new Failures();
    private final List<String> done = new ArrayList<>();

    @Test
    void where_nothing_fails_nothing_is_thrown() {
        failures.attempt(() -> done.add("one"));
        assertThatCode(failures::throwFirst).doesNotThrowAnyException();
    }

    @Test
    void what_fails_keeps_nothing_else_from_being_done_and_is_thrown_at_the_end_as_it_was() {
        var bug = new IllegalStateException("a bug");
        var wrong = new SQLException("wrong", "23514");
        failures.attempt(() -> {
            throw bug;
        });
        failures.attempt(() -> done.add("one"));
        failures.attempt(() -> {
            throw wrong;
        });
        failures.attempt(() -> done.add("two"));
        assertThat(done).containsExactly("one", "two");
        assertThatThrownBy(failures::throwFirst).isSameAs(bug);
        assertThat(bug.getSuppressed()).containsExactly(wrong);
    }

    @Test
    void where_the_server_is_away_the_rest_is_left_to_the_next_time() {
        var away = new SQLException("away", "08006");
        failures.attempt(() -> {
            throw away;
        });
        failures.attempt(() -> done.add("one"));
        assertThat(done).isEmpty();
        assertThatThrownBy(failures::throwFirst).isSameAs(away);
    }
}
