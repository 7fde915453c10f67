package org.stoa.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.stoa.Refusal;

class DatabasesTest {
    private final AtomicLong now = new AtomicLong();
    private final DatabaseServer primary = server("primary");
    private final DatabaseServer first = server("replica-1");
    private final DatabaseServer second = server("replica-2");
    private final Databases databases = new Databases(primary, List.of(first, second));

    @Test
    void replicas_take_turns_and_the_primary_is_the_last() {
        assertThat(databases.forReading()).containsExactly(first, second, primary);
        assertThat(databases.forReading()).containsExactly(second, first, primary);
        assertThat(databases.forReading()).containsExactly(first, second, primary);
    }

    @Test
    void a_replica_that_failed_is_left_out() {
        first.failed();
        assertThat(databases.forReading()).containsExactly(second, primary);
        assertThat(databases.isDegraded()).isFalse();
    }

    @Test
    void without_replicas_the_primary_is_read() {
        assertThat(new Databases(primary, List.of()).forReading()).containsExactly(primary);
    }

    @Test
    void without_the_primary_nothing_can_be_changed_but_all_can_be_read() {
        primary.failed();
        assertThat(databases.isDegraded()).isTrue();
        assertThat(databases.isReadable()).isTrue();
        assertThatThrownBy(databases::requirePrimary)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNAVAILABLE));
    }

    @Test
    void where_none_answers_one_is_tried_and_not_always_the_same() {
        List.of(primary, first, second).forEach(DatabaseServer::failed);
        assertThat(databases.isReadable()).isFalse();
        var tried = new HashSet<DatabaseServer>();
        for (int i = 0; i < 3; i++) {
            assertThat(databases.forReading()).hasSize(1);
            tried.addAll(databases.forReading());
        }
        assertThat(tried).hasSizeGreaterThan(1);
    }

    @Test
    void a_server_that_is_silent_for_too_long_counts_as_away() {
        now.addAndGet(DatabaseServer.PATIENCE.toNanos() - 1);
        assertThat(primary.isUp()).isTrue();
        now.incrementAndGet();
        assertThat(primary.isUp()).isFalse();
    }

    private DatabaseServer server(String name) {
        return new DatabaseServer(name, null, now::get);
    }
}
