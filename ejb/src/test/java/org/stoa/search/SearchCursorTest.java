package org.stoa.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoa.Refusal;

class SearchCursorTest {
    @Test
    void a_cursor_comes_back_as_it_was_given_out() {
        var cursor = new SearchCursor(SearchSort.TITLE, "moby dick, or the whale", 42);
        assertThat(SearchCursor.parse(cursor.format(), SearchSort.TITLE)).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title,1,a",
                "relevance,1,1e999999999",
                "relevance,x,1.000000",
                "relevance,1",
                "relevance,1,-1.0",
                ""
            })
    void what_was_never_given_out_is_refused(String content) {
        var text = Base64.getUrlEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> SearchCursor.parse(text, SearchSort.RELEVANCE)).isInstanceOf(Refusal.class);
    }

    @Test
    void what_is_no_base64_is_refused() {
        assertThatThrownBy(() -> SearchCursor.parse("\ud83d\udcda", SearchSort.TITLE))
                .isInstanceOf(Refusal.class);
    }
}
