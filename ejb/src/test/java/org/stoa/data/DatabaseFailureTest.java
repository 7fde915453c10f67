package org.stoa.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoa.Refusal;

class DatabaseFailureTest {
    @ParameterizedTest
    @CsvSource({
        "08001, SERVER_AWAY",
        "08006, SERVER_AWAY",
        "57P01, SERVER_AWAY",
        "57P03, SERVER_AWAY",
        "53300, ELSEWHERE",
        "40001, ELSEWHERE",
        "'', BUG",
        "57014, BUSY",
        "55P03, BUSY",
        "40P01, BUSY",
        "42601, BUG",
        "23505, BUG",
        "22021, BUG"
    })
    void the_state_tells_what_a_failure_says_about_the_server(String state, DatabaseFailure says) {
        var failure = new IllegalStateException(new SQLException("failed", state));
        assertThat(DatabaseFailure.of(failure)).isEqualTo(says);
        assertThat(DatabaseFailure.asRefusal(failure).map(Refusal::kind))
                .isEqualTo(says == DatabaseFailure.BUG ? Optional.empty() : Optional.of(Refusal.Kind.UNAVAILABLE));
    }

    @Test
    void a_pool_without_a_free_connection_says_nothing_about_the_server() {
        assertThat(DatabaseFailure.of(new SQLException("no managed connections available")))
                .isEqualTo(DatabaseFailure.ELSEWHERE);
    }

    @Test
    void a_pool_that_could_not_connect_tells_why() {
        var failure = new SQLException("unable to get managed connection", new SQLException("refused", "08001"));
        assertThat(DatabaseFailure.of(failure)).isEqualTo(DatabaseFailure.SERVER_AWAY);
    }

    @Test
    void what_was_suppressed_counts() {
        var failure = new IllegalStateException("rolled back");
        failure.addSuppressed(new SQLException("broken pipe", "08006"));
        assertThat(DatabaseFailure.of(failure)).isEqualTo(DatabaseFailure.SERVER_AWAY);
    }

    @Test
    void a_refusal_is_found_in_what_wraps_it() {
        var refusal = new Refusal(Refusal.Kind.NOT_FOUND, "There is no such thing.");
        assertThat(DatabaseFailure.asRefusal(new IllegalStateException(new RuntimeException(refusal))))
                .containsSame(refusal);
    }

    @Test
    void a_chain_of_causes_without_end_is_no_refusal() {
        var first = new RuntimeException("first");
        var second = new RuntimeException("second", first);
        first.initCause(second);
        assertThat(DatabaseFailure.asRefusal(second)).isEmpty();
    }
}
