package org.stoa.cluster.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReceivedLogTest {
    @Test
    void of_one_timeline_more_is_more() {
        assertThat(new ReceivedLog(2, 100)).isGreaterThan(new ReceivedLog(2, 99));
    }

    @Test
    void what_was_written_after_a_promotion_counts_more_than_any_amount_before() {
        assertThat(new ReceivedLog(3, 100)).isGreaterThan(new ReceivedLog(2, 1_000_000));
    }
}
