package org.stoa.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {
    @ParameterizedTest
    @CsvSource({
        "/api/v1/products/42, /api/v1/products/42",
        "/api/v1/products/%00, /api/v1/products/%00",
        "//api/v1/nothing, /api/v1/nothing"
    })
    void the_instance_is_the_path_and_names_no_host(String path, String instance) {
        assertThat(Problem.of(404, "There is nothing at this address.").at(path).instance())
                .isEqualTo(instance);
    }
}
