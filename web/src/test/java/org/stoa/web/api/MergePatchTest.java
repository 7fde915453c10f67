package org.stoa.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MergePatchTest {
    @Test
    void fields_that_are_fine_are_taken() {
        assertThatCode(() -> require("{\"paused\": true}")).doesNotThrowAnyException();
        assertThatCode(() -> require("{}")).doesNotThrowAnyException();
    }

    @Test
    void a_field_that_is_not_fine_is_named_by_a_pointer() {
        assertThatThrownBy(() -> require("{\"paused\": 1, \"a/b~c\": true}"))
                .isInstanceOfSatisfying(InvalidBody.class, refusal -> assertThat(refusal.errors())
                        .extracting(Problem.FieldError::pointer)
                        .containsExactly("/paused", "/a~1b~0c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "null", "\"paused\""})
    void what_is_no_object_is_refused(String body) {
        assertThatThrownBy(() -> require(body)).isInstanceOf(InvalidBody.class);
    }

    private static void require(String body) throws JsonProcessingException {
        MergePatch.require(
                new JsonMapper().readTree(body),
                "paused: true or false.",
                (field, value) -> field.equals("paused") && value.isBoolean());
    }
}
