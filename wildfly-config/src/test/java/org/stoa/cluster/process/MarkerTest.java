package org.stoa.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkerTest {
    private final Marker node = new Marker(Path.of("/stoa/node-1"));
    private final Marker primary = new Marker(Path.of("/stoa/primary"));

    @Test
    void a_java_process_is_known_by_its_first_argument() {
        assertThat(node.marks(process("/", "java", "-Dstoa.process=/stoa/node-1", "-jar", "x.jar")))
                .isTrue();
    }

    @Test
    void node_1_is_not_node_10_nor_that_of_another_cluster() {
        assertThat(node.marks(process("/", "java", "-Dstoa.process=/stoa/node-10")))
                .isFalse();
        assertThat(node.marks(process("/", "java", "-Dstoa.process=/other/stoa/node-1")))
                .isFalse();
    }

    @Test
    void a_database_server_is_known_by_its_data_directory() {
        assertThat(primary.marks(process("/", "/x/bin/postgres", "-D", "/stoa/primary/data")))
                .isTrue();
        assertThat(primary.marks(process("/", "/x/bin/initdb", "-D", "/stoa/primary/data-unfinished")))
                .isTrue();
        assertThat(primary.marks(process("/", "/x/bin/postgres", "-D", "/stoa/primary-2/data")))
                .isFalse();
    }

    @Test
    void the_children_of_a_database_server_are_known_by_where_they_stand() {
        assertThat(primary.marks(process("/stoa/primary/data", "postgres: walwriter ")))
                .isTrue();
        assertThat(primary.marks(process("/stoa/replica-1/data", "postgres: walwriter ")))
                .isFalse();
    }

    @Test
    void who_only_looks_at_the_files_is_not_marked() {
        assertThat(primary.marks(process("/stoa/primary/data", "bash"))).isFalse();
        assertThat(node.marks(process("/stoa/node-1", "tail", "-f", "/stoa/node-1/console.log")))
                .isFalse();
        assertThat(node.marks(process("/", "grep", "-D"))).isFalse();
    }

    @Test
    void what_is_no_path_in_a_strangers_command_line_does_no_harm() {
        assertThat(primary.marks(process("/", "cc", "-D", "NUL=\0"))).isFalse();
    }

    @Test
    void a_kernel_thread_is_not_marked() {
        assertThat(node.marks(new ProcessEntry(2, 0, 'S', List.of(), Path.of(""))))
                .isFalse();
    }

    @Test
    void a_process_is_found_frozen_and_ended(@TempDir Path directory) throws Exception {
        var sleeper = new MarkedProcess("sleeper", directory.toRealPath());
        var mark = new Marker(sleeper.directory()).javaArgument();

        sleeper.launch(List.of("sh", "-c", "sleep 5; exit", mark), Map.of(), directory.resolve("console.log"));

        assertThat(sleeper.alive()).isTrue();
        sleeper.pause();
        assertThat(sleeper.frozen()).isTrue();
        sleeper.resume();
        assertThat(sleeper.frozen()).isFalse();
        sleeper.pause();
        sleeper.kill();
        assertThat(sleeper.alive()).isFalse();
    }

    private static ProcessEntry process(String workingDirectory, String... commandLine) {
        return new ProcessEntry(1000, 1, 'S', List.of(commandLine), Path.of(workingDirectory));
    }
}
