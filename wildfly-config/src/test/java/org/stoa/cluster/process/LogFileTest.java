package org.stoa.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    @TempDir
    Path directory;

    private LogFile log;

    @BeforeEach
    void make() {
        log = new LogFile(directory.resolve("console.log"));
    }

    @Test
    void the_last_lines_are_shown() throws Exception {
        Files.writeString(log.path(), "1\n2\n3\n");

        assertThat(log.tail(2)).containsExactly("2", "3");
        assertThat(log.tail(9)).containsExactly("1", "2", "3");
        assertThat(log.tail(0)).isEmpty();
    }

    @Test
    void a_log_that_is_not_there_is_empty() {
        assertThat(log.tail(5)).isEmpty();
        assertThat(log.length()).isZero();
    }

    @Test
    void errors_are_told_rather_than_the_end_and_none_of_an_earlier_run() throws Exception {
        Files.writeString(log.path(), "10:00 ERROR [old] x\n");
        var before = log.length();
        Files.writeString(log.path(), "10:00 ERROR [old] x\n11:00 ERROR [new] y\n11:01 INFO  z\n");

        assertThat(log.complaints(before)).containsExactly("11:00 ERROR [new] y");
    }

    @Test
    void without_an_error_the_end_is_told() throws Exception {
        Files.writeString(log.path(), "a\nb\n");

        assertThat(log.complaints(0)).containsExactly("a", "b");
    }

    @Test
    void a_large_log_is_begun_anew_and_the_old_one_kept() throws Exception {
        var old = directory.resolve("console.log.1");
        Files.writeString(log.path(), "small");
        log.turnOver();
        assertThat(log.length()).isEqualTo(5);

        Files.writeString(old, "older");
        Files.write(log.path(), new byte[11_000_000]);
        log.turnOver();

        assertThat(log.length()).isZero();
        assertThat(old).hasSize(11_000_000);
    }

    @Test
    void only_whole_lines_are_followed() throws Exception {
        var lines = new ArrayList<String>();
        var looks = new int[1];
        Files.writeString(log.path(), "old\n");

        log.follow(
                () -> {
                    append(looks[0] == 0 ? "ha" : looks[0] == 1 ? "lf é\nnew\n" : "");
                    return looks[0]++ < 3;
                },
                lines::add);

        assertThat(lines).containsExactly("half é", "new");
    }

    private void append(String text) {
        try {
            Files.writeString(log.path(), text, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
