package org.stoa.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SnapshotTest {
    @Test
    void it_sees_what_had_ended_when_it_was_taken() {
        var snapshot = Snapshot.parse("100:105:101,103");

        assertThat(snapshot.sees(99)).isTrue();
        assertThat(snapshot.sees(100)).isTrue();
        assertThat(snapshot.sees(101)).as("was running").isFalse();
        assertThat(snapshot.sees(102)).isTrue();
        assertThat(snapshot.sees(103)).as("was running").isFalse();
        assertThat(snapshot.sees(104)).isTrue();
        assertThat(snapshot.sees(105)).as("had not begun").isFalse();
    }

    @Test
    void nothing_may_be_running() {
        assertThat(Snapshot.parse("100:100:").sees(99)).isTrue();
        assertThat(Snapshot.parse("100:100:").sees(100)).isFalse();
    }
}
