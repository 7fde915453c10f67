package org.stoa.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LongBodyTest {
    @ParameterizedTest
    @CsvSource({
        "POST, /staff/imports, true",
        "POST, /api/v1/imports, true",
        "PUT, /api/v1/imports, false",
        "POST, /api/v1/imports/, false",
        "POST, /api/v1/%69mports, false",
        "POST, /api/v1/session, false",
        "POST, /sign-in, false"
    })
    void only_files_of_imports_may_be_long(String method, String address, boolean allowed) {
        assertThat(LongBody.isAllowed(method, address)).isEqualTo(allowed);
    }
}
