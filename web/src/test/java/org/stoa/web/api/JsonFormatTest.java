package org.stoa.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFormatTest {
    private final ObjectMapper json = new JsonFormat().getContext(CartResource.NewItem.class);

    @Test
    void a_body_with_the_fields_and_types_that_are_expected_is_read() throws JsonProcessingException {
        assertThat(json.readValue("{\"sku\": \"BOOK-0001\", \"quantity\": 2}", CartResource.NewItem.class))
                .isEqualTo(new CartResource.NewItem("BOOK-0001", 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sku\": \"BOOK-0001\", \"quantity\": \"2\"}",
                "{\"sku\": \"BOOK-0001\", \"quantity\": \"\"}",
                "{\"sku\": \"BOOK-0001\", \"quantity\": 1.5}",
                "{\"sku\": \"BOOK-0001\", \"quantity\": true}",
                "{\"sku\": 123, \"quantity\": 2}",
                "{\"sku\": 1.5, \"quantity\": 2}",
                "{\"sku\": true, \"quantity\": 2}",
                "{\"sku\": \"BOOK-0001\", \"quantity\": 2, \"price\": 0}",
                "{\"sku\": \"BOOK-0001\", \"quantity\": 2} {}",
                "{\"sku\": \"BOOK-0001\", \"quantity\": 2} x"
            })
    void nothing_is_guessed(String body) {
        assertThatThrownBy(() -> json.readValue(body, CartResource.NewItem.class))
                .isInstanceOf(JsonProcessingException.class);
    }
}
