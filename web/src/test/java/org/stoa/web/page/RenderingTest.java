package org.stoa.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class RenderingTest {
    private static final byte[] BODY = "many words, ".repeat(100).getBytes(StandardCharsets.UTF_8);
    private static final Map<String, String> JSON =
            Map.of("Content-Type", "application/json", "Cache-Control", "no-cache", "ETag", "W/\"7-3-4.5\"");

    @Test
    void texts_are_kept_compressed_as_well() throws IOException {
        var page = Rendering.of(JSON, BODY);
        assertThat(page.plain()).isEqualTo(BODY);
        assertThat(page.gzip().length).isBetween(1, BODY.length);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(page.gzip())).readAllBytes())
                .isEqualTo(BODY);
    }

    @Test
    void pictures_are_not_and_texts_are_however_short() {
        assertThat(Rendering.of(Map.of("Content-Type", "image/png"), BODY).gzip())
                .isEmpty();
        assertThat(Rendering.of(JSON, new byte[100]).gzip()).isNotEmpty();
    }

    @Test
    void the_entity_tag_begins_with_the_version_and_tells_all_bodies_apart() {
        var page = Rendering.of(JSON, BODY);
        assertThat(page.etag()).matches("W/\"7-[0-9a-f]{16}\"");
        assertThat(Rendering.of(JSON, new byte[1]).etag()).isNotEqualTo(page.etag());
        assertThat(Rendering.of(Map.of(), BODY).etag()).matches("W/\"[0-9a-f]{16}\"");
        assertThat(page.headers()).doesNotContainKey("ETag");
    }

    @Test
    void what_is_asked_for_again_each_time_may_be_kept_for_a_second_on_the_way() {
        assertThat(Rendering.of(JSON, BODY).headers()).containsEntry("Cache-Control", Rendering.SHARED);
        assertThat(Rendering.of(Map.of("Cache-Control", "public, max-age=31536000, immutable"), BODY)
                        .headers())
                .containsEntry("Cache-Control", "public, max-age=31536000, immutable");
    }
}
