package org.stoa.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AssetTest {
    private static final Asset EMPTY = new Asset("stoa.css", SentFile.of("text/css", new byte[0]));

    @Test
    void the_name_holds_the_beginning_of_the_hash_of_the_content() {
        assertThat(EMPTY.hashedName()).isEqualTo("stoa.e3b0c44298.css");
    }

    @Test
    void other_content_has_another_name() {
        var other = new Asset("stoa.css", SentFile.of("text/css", "a {}".getBytes(StandardCharsets.UTF_8)));

        assertThat(other.hashedName()).isNotEqualTo(EMPTY.hashedName());
    }

    @Test
    void a_name_with_the_hash_of_another_version_leads_to_the_same_file() {
        assertThat(Asset.plainName("stoa.0123456789.css")).contains("stoa.css");
        assertThat(Asset.plainName("favicon-32.0123456789.png")).contains("favicon-32.png");
    }

    @Test
    void a_name_without_a_hash_leads_nowhere() {
        assertThat(Asset.plainName("stoa.css")).isEmpty();
        assertThat(Asset.plainName("stoa.012345678.css")).isEmpty();
        assertThat(Asset.plainName("stoa.012345678X.css")).isEmpty();
        assertThat(Asset.plainName("../stoa.0123456789.css")).isEmpty();
    }
}
