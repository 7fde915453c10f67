package org.stoa.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoa.Refusal;

class DatabaseFailureTest {
    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P01", "57P03", "53300", "40001"})
    void a_server_that_is_away_is_told_from_a_wrong_question(String state) {
        var failure = new IllegalStateException(new SQLException("away", state));
        assertThat(DatabaseFailure.isOfServer(failure)).isTrue();
        assertThat(DatabaseFailure.asRefusal(failure))
                .hasValueSatisfying(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNAVAILABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"42601", "23505", "22021"})
    void a_wrong_question_is_a_bug(String state) {
        var failure = new IllegalStateException(new SQLException("wrong", state));
        assertThat(DatabaseFailure.isOfServer(failure)).isFalse();
        assertThat(DatabaseFailure.asRefusal(failure)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"57014", "55P03", "40P01"})
    void work_that_took_too_long_may_be_tried_again_on_a_server_that_is_well(String state) {
        var failure = new IllegalStateException(new SQLException("busy", state));
        assertThat(DatabaseFailure.isOfServer(failure)).isFalse();
        assertThat(DatabaseFailure.asRefusal(failure))
                .hasValueSatisfying(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNAVAILABLE));
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
