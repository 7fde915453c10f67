package org.stoa.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoa.member.SignUp.Fault;
import org.stoa.member.SignUp.Field;

class SignUpTest {
    private static final String ADDRESS = "ada@stoa.example";
    private static final String PASSWORD = "a long walk";

    @Test
    void what_is_missing_is_told_field_by_field() {
        assertThat(SignUp.faults(null, " ", ""))
                .isEqualTo(
                        Map.of(Field.EMAIL, Fault.MISSING, Field.NAME, Fault.MISSING, Field.PASSWORD, Fault.MISSING));
        assertThat(SignUp.faults(ADDRESS, "Ada", PASSWORD)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ninechars,TOO_SHORT", "Password123,TOO_COMMON", "aaaaaaaaaaaa,TOO_COMMON"})
    void a_weak_password_is_not_taken(String password, Fault fault) {
        assertThat(SignUp.faults(ADDRESS, "Ada", password)).isEqualTo(Map.of(Field.PASSWORD, fault));
    }

    @Test
    void a_password_has_200_characters_at_most() {
        assertThat(SignUp.faults(ADDRESS, "Ada", "abcde".repeat(40))).isEmpty();
        assertThat(SignUp.faults(ADDRESS, "Ada", "abcde".repeat(40) + "f"))
                .containsEntry(Field.PASSWORD, Fault.TOO_LONG);
    }

    @Test
    void a_name_is_one_line_of_what_can_be_shown() {
        assertThat(SignUp.faults(ADDRESS, "Ada\nEve", PASSWORD)).containsEntry(Field.NAME, Fault.NO_NAME);
        assertThat(SignUp.faults(ADDRESS, "\u202eadA", PASSWORD)).containsEntry(Field.NAME, Fault.NO_NAME);
        assertThat(SignUp.faults(ADDRESS, "a".repeat(101), PASSWORD)).containsEntry(Field.NAME, Fault.NO_NAME);
        assertThat(SignUp.faults(ADDRESS, "<b>Ada</b>'; drop table member", PASSWORD))
                .isEmpty();
    }
}
