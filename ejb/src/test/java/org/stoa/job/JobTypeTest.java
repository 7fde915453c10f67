package org.stoa.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoa.Refusal;

class JobTypeTest {
    private static final JobType<Letter> LETTER = JobType.of("test-letter", 2, Letter.class);

    record Letter(String to, int copies) {}

    @Test
    void what_was_written_is_read() {
        var letter = new Letter("Ada", 3);
        assertThat(LETTER.read(LETTER.write(letter))).isEqualTo(letter);
        var id = UUID.randomUUID();
        assertThat(JobType.of("test-id", 1, UUID.class).read("\"" + id + "\"")).isEqualTo(id);
    }

    @Test
    void what_a_newer_release_has_added_is_ignored() {
        assertThat(LETTER.read("{\"to\": \"Ada\", \"copies\": 1, \"colour\": {\"of\": [\"ink\"]}}"))
                .isEqualTo(new Letter("Ada", 1));
    }

    @Test
    void what_an_older_release_did_not_know_is_missing() {
        assertThat(LETTER.read("{\"to\": \"Ada\"}")).isEqualTo(new Letter("Ada", 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "[]", "{\"copies\": \"many\"}", "\"Ada\""})
    void what_can_not_be_understood_is_refused_for_good(String poison) {
        assertThatThrownBy(() -> LETTER.read(poison))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID))
                .hasMessageContaining("can't be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Letter", "a letter", "-letter", "letter\"", "l--r"})
    void names_of_types_are_words_joined_by_dashes(String name) {
        assertThatThrownBy(() -> JobType.of(name, 1, Letter.class)).isInstanceOf(IllegalArgumentException.class);
    }
}
