package org.stoa.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordCountTest {
    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "'a', 0",
        "'a\nb', 1",
        "'a\nb\n', 1",
        "'a\r\nb\r\n\r\nc\r\n', 2",
        "'a\n\"b\nb\"\nc', 2",
        "'a\rb\rc', 2",
        "'a\nx\"y\nz', 2"
    })
    void records_are_counted_without_the_header(String text, long records) {
        var count = new RecordCount();
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        count.add(bytes, bytes.length);
        assertThat(count.withoutHeader()).isEqualTo(records);
    }
}
