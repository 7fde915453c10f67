package org.stoa.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final Metrics METRICS = new Metrics("""
            # TYPE reads_total counter
            reads_total{app="stoa.ear",server="replica"} 3.0
            reads_total{server="primary",app="stoa.ear"} 1.2E3
            reads_total_of_others{server="primary"} 7.0
            looks_total 5.0
            """);

    @Test
    void a_metric_is_summed_over_the_labels_that_are_asked_for() {
        assertThat(METRICS.sum("reads_total")).isEqualTo(1203);
        assertThat(METRICS.sum("reads_total", "server=\"primary\"")).isEqualTo(1200);
        assertThat(METRICS.sum("looks_total")).isEqualTo(5);
    }

    @Test
    void what_is_not_counted_is_told_from_what_is_zero() {
        assertThat(METRICS.has("reads_total")).isTrue();
        assertThat(METRICS.has("reads")).isFalse();
    }
}
