package org.stoa.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StampTest {
    private static final UUID GENERATION = UUID.fromString("959f2a3e-2b99-4a6b-8a43-5b2642387d49");

    @Test
    void what_was_given_out_is_understood() {
        var stamp = new Stamp(GENERATION, 161);
        assertThat(stamp).hasToString("959f2a3e-2b99-4a6b-8a43-5b2642387d49.161");
        assertThat(Stamp.parse(stamp.toString())).contains(stamp);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "161",
                "959f2a3e-2b99-4a6b-8a43-5b2642387d49",
                "959f2a3e-2b99-4a6b-8a43-5b2642387d49.",
                "959f2a3e-2b99-4a6b-8a43-5b2642387d49.0",
                "959f2a3e-2b99-4a6b-8a43-5b2642387d49.-1",
                "959f2a3e-2b99-4a6b-8a43-5b2642387d49.9999999999999999999",
                "959f2a3e-2b99-4a6b-8a43-5b2642387d49.161 ",
                "1-1-1-1-1.161"
            })
    void anything_else_is_none(String text) {
        assertThat(Stamp.parse(text)).isEmpty();
    }

    @Test
    void of_several_stamps_of_a_generation_the_greatest_counts_whatever_came_first() {
        var other = new Stamp(UUID.randomUUID(), 5);
        var carried = List.of(new Stamp(GENERATION, 7), other, new Stamp(GENERATION, 9), new Stamp(GENERATION, 8));
        try (var reader = Reader.begin(carried, Optional.empty())) {
            assertThat(reader.stamps()).containsExactlyInAnyOrder(new Stamp(GENERATION, 9), other);
            assertThat(reader.wrote()).isEmpty();

            reader.saw(new Stamp(GENERATION, 12));

            assertThat(reader.wrote()).contains(new Stamp(GENERATION, 12));
            assertThat(reader.stamps()).containsExactlyInAnyOrder(new Stamp(GENERATION, 12), other);
            assertThat(Reader.current()).isSameAs(reader);
        }
        assertThat(Reader.current().stamps()).isEmpty();
    }
}
