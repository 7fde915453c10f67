package org.stoa.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DependenciesTest {
    private static final UUID GENERATION = UUID.randomUUID();

    @Test
    void what_is_made_is_as_old_as_its_oldest_part_and_depends_on_all() {
        try (var making = Dependencies.begin()) {
            making.add(Set.of("product:1"), asOf(GENERATION, 7));
            making.add(Set.of("product:2", "price:2"), asOf(GENERATION, 5));
            making.add(Set.of("product:1"), asOf(GENERATION, 9));

            assertThat(making.asOf()).hasValue(asOf(GENERATION, 5));
            assertThat(making.tags()).containsExactlyInAnyOrder("product:1", "product:2", "price:2");
        }
    }

    @Test
    void what_depends_on_nothing_that_is_known_is_not_kept() {
        try (var making = Dependencies.begin()) {
            assertThat(making.asOf()).isEmpty();
            making.add(Set.of("product:1"), asOf(GENERATION, 7));
            Dependencies.unknown();
            assertThat(making.asOf()).isEmpty();
        }
    }

    @Test
    void parts_of_different_generations_make_nothing_that_is_kept() {
        try (var making = Dependencies.begin()) {
            making.add(Set.of("product:1"), asOf(GENERATION, 7));
            making.add(Set.of("product:2"), asOf(UUID.randomUUID(), 8));
            assertThat(making.asOf()).isEmpty();
        }
    }

    @Test
    void a_part_of_its_own_is_not_the_whole() {
        try (var whole = Dependencies.begin()) {
            try (var part = Dependencies.begin()) {
                part.add(Set.of("product:1"), asOf(GENERATION, 7));
                Dependencies.unknown();
            }
            assertThat(Dependencies.current()).hasValue(whole);
            whole.add(Set.of("product:2"), asOf(GENERATION, 8));
            assertThat(whole.asOf()).isPresent();
            assertThat(whole.tags()).containsExactly("product:2");
        }
        assertThat(Dependencies.current()).isEmpty();
    }

    @Test
    void it_ends_with_the_first_part_that_ends() {
        var soon = Instant.parse("2030-01-01T00:00:00Z");
        try (var making = Dependencies.begin()) {
            assertThat(making.end()).isEqualTo(Instant.MAX);
            making.until(soon.plusSeconds(1));
            making.until(soon);
            making.until(Instant.MAX);
            assertThat(making.end()).isEqualTo(soon);
        }
    }

    private static AsOf asOf(UUID generation, long tick) {
        return new AsOf(generation, tick, new Snapshot(tick, tick, List.of()));
    }
}
