package org.stoa.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {
    @TempDir
    Path directory;

    @Test
    void a_secret_is_drawn_once() {
        var file = directory.resolve("token");

        var drawn = new Secret(file).value();

        assertThat(drawn).matches("[A-Za-z0-9_-]{43}");
        assertThat(new Secret(file).value()).isEqualTo(drawn);
        assertThat(new Secret(directory.resolve("other")).value()).isNotEqualTo(drawn);
    }

    @Test
    void nobody_else_may_read_it() throws Exception {
        var secret = new Secret(directory.resolve("token"));

        secret.value();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret.file())))
                .isEqualTo("rw-------");
    }

    @Test
    void its_hash_is_that_of_the_secret_without_the_line_break() throws Exception {
        var file = directory.resolve("token");
        Files.writeString(file, "abc\n");

        assertThat(new Secret(file).sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
