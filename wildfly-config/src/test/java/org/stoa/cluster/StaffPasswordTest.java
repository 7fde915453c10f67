package org.stoa.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaffPasswordTest {
    @TempDir
    Path directory;

    @Test
    void its_hash_is_the_same_at_each_start() {
        var first = password("staff-password").hash();

        assertThat(password("staff-password").hash()).isEqualTo(first);
        assertThat(first).matches("pbkdf2-sha256\\$600000\\$[A-Za-z0-9+/]{22}==\\$[A-Za-z0-9+/]{43}=");
    }

    @Test
    void another_password_has_another_hash() {
        assertThat(password("one").hash()).isNotEqualTo(password("other").hash());
    }

    private StaffPassword password(String name) {
        return new StaffPassword(new Secret(directory.resolve(name)), new Secret(directory.resolve("staff-token")));
    }
}
