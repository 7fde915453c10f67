package org.stoa.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateDirectoryTest {
    @TempDir
    Path directory;

    @Test
    void its_name_is_the_same_before_and_after_it_is_made() throws Exception {
        var real = Files.createDirectory(directory.resolve("real")).toRealPath();
        var link = Files.createSymbolicLink(directory.resolve("link"), real);

        var before = StateDirectory.of(link.resolve("a/b/state"));
        before.create();

        assertThat(before.path()).isEqualTo(real.resolve("a/b/state"));
        assertThat(StateDirectory.of(link.resolve("a/b/state"))).isEqualTo(before);
    }

    @Test
    void nobody_else_may_look_into_it() throws Exception {
        var state = StateDirectory.of(directory.resolve("a/state"));

        state.create();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.path())))
                .isEqualTo("rwx------");
    }

    @Test
    void fresh_databases_leave_nothing_of_the_old_ones() throws Exception {
        var state = StateDirectory.of(directory.resolve("state"));
        var primary = state.of(MemberName.PRIMARY);
        Files.createDirectories(primary.resolve("data/base"));
        Files.createDirectories(primary.resolve("data-discarded/base"));
        Files.createDirectories(state.of(MemberName.node(1)));

        state.wipeDatabases();

        assertThat(primary).doesNotExist();
        assertThat(state.of(MemberName.node(1))).exists();
    }
}
