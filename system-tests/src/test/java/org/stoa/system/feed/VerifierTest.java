package org.stoa.system.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.stoa.system.feed.Outcome.ACKNOWLEDGED;
import static org.stoa.system.feed.Outcome.REFUSED;
import static org.stoa.system.feed.Outcome.UNKNOWN;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the verifier lets pass and what it does not, in histories of one second's promise; times in milliseconds. */
class VerifierTest {
    private final History history = new History();
    private final List<Read> reads = history.newReads();

    VerifierTest() {
        write(0, 10, 0, 1, ACKNOWLEDGED);
    }

    @Test
    void a_history_without_reads_is_clean() {
        assertThat(judge().clean()).isTrue();
    }

    @Test
    void who_asks_within_the_second_may_see_the_old_value() {
        write(0, 11, 100, 110, ACKNOWLEDGED);
        read(0, 10, 1_110, 1_120);
        assertThat(judge().clean()).isTrue();
        assertThat(judge().quiet().greatest()).isEqualTo(Duration.ofMillis(1_000));
    }

    @Test
    void who_asks_after_the_second_must_see_the_new_value() {
        write(0, 11, 100, 110, ACKNOWLEDGED);
        read(0, 10, 1_111, 1_120);
        read(0, 11, 1_111, 1_120);
        assertThat(judge().counts()).containsExactly(entry(Violation.Kind.TOO_OLD, 1));
    }

    @Test
    void what_was_written_by_sql_is_promised_alike() {
        history.add(new Write(0, 11, millis(100), millis(110), ACKNOWLEDGED, Source.SQL, 0));
        read(0, 10, 2_000, 2_001);
        assertThat(judge().counts()).containsExactly(entry(Violation.Kind.SQL_NOT_SEEN, 1));
    }

    @Test
    void the_age_counts_from_the_first_write_that_is_missed() {
        write(0, 11, 100, 110, ACKNOWLEDGED);
        write(0, 12, 1_000, 1_010, ACKNOWLEDGED);
        read(0, 10, 1_200, 1_210);
        assertThat(judge().counts()).containsExactly(entry(Violation.Kind.TOO_OLD, 1));
    }

    @Test
    void acknowledgements_may_arrive_in_another_order_than_commits() {
        write(0, 12, 100, 110, ACKNOWLEDGED);
        write(0, 11, 90, 130, ACKNOWLEDGED);
        read(0, 12, 5_000, 5_001);
        assertThat(judge().clean()).isTrue();
    }

    @Test
    void an_answer_that_says_it_is_degraded_may_be_old() {
        write(0, 11, 100, 110, ACKNOWLEDGED);
        reads.add(new Read(0, 10, millis(9_000), millis(9_001), "node-1", View.PRODUCT, true, null));
        assertThat(judge().clean()).isTrue();
    }

    @Test
    void who_carries_the_stamp_of_a_write_sees_it_at_once() {
        var write = write(0, 11, 100, 110, ACKNOWLEDGED);
        read(0, 11, 111, 112, write);
        assertThat(judge().clean()).isTrue();
        read(0, 10, 111, 112, write);
        assertThat(judge().counts()).containsExactly(entry(Violation.Kind.BEHIND_ITS_STAMP, 1));
    }

    @Test
    void a_stamp_promises_also_what_was_acknowledged_before_its_write_was_called() {
        write(1, 20, 0, 1, ACKNOWLEDGED);
        write(1, 21, 50, 60, ACKNOWLEDGED);
        write(1, 22, 50, 105, ACKNOWLEDGED);
        var write = write(0, 11, 100, 110, ACKNOWLEDGED);
        read(1, 21, 111, 112, write);
        assertThat(judge().clean()).isTrue();
        read(1, 20, 111, 112, write);
        assertThat(judge().counts()).containsExactly(entry(Violation.Kind.BEHIND_ITS_STAMP, 1));
    }

    @Test
    void a_degraded_answer_is_not_excused_from_its_stamp() {
        var write = write(0, 11, 100, 110, ACKNOWLEDGED);
        reads.add(new Read(
                0,
                10,
                millis(111),
                millis(112),
                "node-1",
                View.PRODUCT,
                true,
                new Stamp("generation:7", "stoa-stamp.7=x", write)));
        assertThat(judge().counts()).containsExactly(entry(Violation.Kind.BEHIND_ITS_STAMP, 1));
    }

    @Test
    void a_write_of_unknown_outcome_may_be_seen_or_not() {
        write(0, 11, 100, 110, UNKNOWN);
        read(0, 10, 5_000, 5_001);
        read(0, 11, 5_000, 5_001);
        assertThat(judge().clean()).isTrue();
    }

    @Test
    void a_write_that_was_refused_is_not_seen() {
        write(0, 11, 100, 110, REFUSED);
        read(0, 11, 200, 201);
        assertThat(judge().counts()).containsExactly(entry(Violation.Kind.NEVER_WRITTEN, 1));
    }

    @Test
    void nothing_is_seen_before_it_was_written() {
        write(0, 11, 300, 310, ACKNOWLEDGED);
        read(0, 11, 200, 201);
        read(0, 99, 200, 201);
        assertThat(judge().counts()).containsExactly(entry(Violation.Kind.NEVER_WRITTEN, 2));
    }

    @Test
    void of_two_that_write_the_same_next_value_one_is_refused() {
        write(0, 11, 100, 110, ACKNOWLEDGED);
        write(0, 11, 100, 115, REFUSED);
        write(0, 12, 120, 125, UNKNOWN);
        write(0, 12, 130, 135, ACKNOWLEDGED);
        assertThat(judge().clean()).isTrue();
        write(0, 12, 140, 145, ACKNOWLEDGED);
        assertThat(judge().counts()).containsExactly(entry(Violation.Kind.WRITTEN_TWICE, 1));
    }

    @Test
    void a_write_without_a_stamp_is_told() {
        history.addUnstamped(write(0, 11, 100, 110, ACKNOWLEDGED));
        assertThat(judge().counts()).containsExactly(entry(Violation.Kind.NO_STAMP, 1));
    }

    @Test
    void after_a_restore_nobody_must_see_what_was_lost_and_after_a_second_nobody_may() {
        write(0, 11, 100, 110, ACKNOWLEDGED);
        write(0, 12, 1_100, 1_110, ACKNOWLEDGED);
        restore(1_000, 2_000, 3_000);
        read(0, 12, 1_900, 1_950);
        read(0, 11, 3_100, 3_101);
        read(0, 12, 3_100, 3_101);
        read(0, 11, 6_000, 6_001);
        assertThat(judge().clean()).isTrue();
        read(0, 12, 6_000, 6_001);
        assertThat(judge().counts()).containsExactly(entry(Violation.Kind.LOST_YET_SEEN, 1));
    }

    @Test
    void what_is_in_the_copy_is_promised_after_the_restore_too() {
        write(0, 11, 100, 110, ACKNOWLEDGED);
        restore(1_000, 2_000, 3_000);
        read(0, 10, 3_100, 3_101);
        assertThat(judge().counts()).containsExactly(entry(Violation.Kind.TOO_OLD, 1));
    }

    @Test
    void stamps_of_the_time_before_a_restore_are_void() {
        var lost = write(0, 12, 1_100, 1_110, ACKNOWLEDGED);
        restore(1_000, 2_000, 3_000);
        read(0, 10, 3_100, 3_101, lost);
        assertThat(judge().clean()).isTrue();
    }

    @Test
    void a_value_that_was_lost_and_then_written_again_may_be_seen() {
        write(0, 12, 1_100, 1_110, ACKNOWLEDGED);
        restore(1_000, 2_000, 3_000);
        history.add(new Write(0, 12, millis(3_500), millis(3_510), UNKNOWN, Source.API, 1));
        read(0, 12, 9_000, 9_001);
        assertThat(judge().clean()).isTrue();
    }

    @Test
    void ages_are_told_apart_by_whether_something_was_broken() {
        history.add(new Fault("lag", millis(1_000), millis(2_000)));
        write(0, 11, 900, 910, ACKNOWLEDGED);
        read(0, 10, 930, 940);
        read(0, 10, 990, 1_010);
        read(0, 10, 1_500, 1_510);
        var verdict = judge();
        assertThat(verdict.quiet().count()).isEqualTo(1);
        assertThat(verdict.inFaults().count()).isEqualTo(2);
    }

    private Write write(int register, int value, long called, long returned, Outcome outcome) {
        var write = new Write(register, value, millis(called), millis(returned), outcome, Source.API, 0);
        history.add(write);
        return write;
    }

    private void restore(long copied, long began, long ended) {
        history.add(new Restore(millis(copied), millis(began), millis(ended)));
    }

    private void read(int register, int value, long called, long returned) {
        reads.add(new Read(register, value, millis(called), millis(returned), "node-1", View.PRODUCT, false, null));
    }

    private void read(int register, int value, long called, long returned, Write stamp) {
        reads.add(new Read(
                register,
                value,
                millis(called),
                millis(returned),
                "node-2",
                View.PRODUCT,
                false,
                new Stamp("generation:7", "stoa-stamp.7=x", stamp)));
    }

    private Verdict judge() {
        return new Verifier(history, Duration.ofSeconds(1)).judge();
    }

    private static long millis(long time) {
        return time * 1_000_000;
    }
}
