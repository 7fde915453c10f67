package org.stoa.cluster.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PostgresSettingsTest {
    @Test
    void a_commit_waits_for_a_replica_only_if_that_was_asked_for() {
        assertThat(PostgresSettings.primary(15432, true)).contains("synchronous_standby_names = 'ANY 1 (*)'");
        assertThat(PostgresSettings.primary(15432, false)).doesNotContain("synchronous_standby_names");
    }
}
