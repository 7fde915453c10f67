package org.stoa.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QueryKeyTest {
    @Test
    void the_same_query_has_the_same_key() {
        assertThat(QueryKey.of("search", List.of("a", 1))).isEqualTo(QueryKey.of("search", List.of("a", 1)));
    }

    @Test
    void queries_that_read_alike_have_different_keys() {
        assertThat(List.of(
                        QueryKey.of("search", List.of("a", "b")),
                        QueryKey.of("search", List.of("a\n1 b")),
                        QueryKey.of("search", List.of("ab")),
                        QueryKey.of("search", List.of("b", "a")),
                        QueryKey.of("search", List.of("a", "b", "")),
                        QueryKey.of("products", List.of("a", "b"))))
                .doesNotHaveDuplicates();
    }
}
