package org.stoa.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RawAnswerTest {
    @ParameterizedTest
    @CsvSource({"stoa; hit, hit", "stoa; fwd=miss, miss", "stoa; fwd=stale; stored, stale", "stoa;fwd=bypass, bypass"})
    void the_cache_says_where_an_answer_comes_from(String said, String meant) {
        assertThat(answer("Cache-Status: " + said).cache()).isEqualTo(meant);
    }

    @Test
    void without_a_word_of_the_cache_it_is_no_hit() {
        assertThat(answer("X-Cache-Status: stoa; hit").isHit()).isFalse();
    }

    @Test
    void headers_are_found_in_any_case() {
        assertThat(answer("content-LENGTH:  12 ").header("Content-Length")).contains("12");
        assertThat(answer("Content-Length-Not: 12").header("Content-Length")).isEmpty();
    }

    private static RawAnswer answer(String header) {
        return new RawAnswer(200, "HTTP/1.1 200 OK\r\nVary: Accept-Encoding\r\n" + header, new byte[0]);
    }
}
