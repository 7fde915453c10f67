package org.stoa.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoaCommandTest {
    @TempDir
    Path state;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void wrong_usage_ends_with_2() {
        assertThat(stoa("nonsense")).isEqualTo(2);
        assertThat(stoa("kill")).isEqualTo(2);
        assertThat(stoa("kill", "nobody")).isEqualTo(2);
        assertThat(stoa("up", "--nodes", "7")).isEqualTo(2);
        assertThat(stoa("up", "--nodes", "many")).isEqualTo(2);
        assertThat(stoa("lag", "soon")).isEqualTo(2);
        assertThat(stoa("psql", "node-1")).isEqualTo(2);
        assertThat(stoa("cut", "primary")).isEqualTo(2);
        assertThat(stoa("heal", "nobody")).isEqualTo(2);
        assertThat(stoa("rebuild", "node-1")).isEqualTo(2);
        assertThat(stoa("up", "--replicas", "0", "--synchronous")).isEqualTo(2);
    }

    @Test
    void what_cannot_be_done_ends_with_1() {
        assertThat(stoa("kill", "node-1")).isEqualTo(1);
        assertThat(err).hasToString("stoa: node-1 is not running, see ./stoa status" + System.lineSeparator());
        assertThat(stoa("stop", "primary")).isEqualTo(1);
        assertThat(stoa("psql", "-c", "select 1")).isEqualTo(1);
        assertThat(stoa("lag", "1s")).isEqualTo(1);
        assertThat(stoa("logs", "node-9")).isEqualTo(1);
        assertThat(stoa("logs", "node-1")).isZero();
    }

    @Test
    void without_a_replica_that_answers_nothing_is_promoted() {
        assertThat(stoa("promote")).isEqualTo(1);
        assertThat(err)
                .hasToString(
                        "stoa: no replica answers that could be promoted, see ./stoa status" + System.lineSeparator());
    }

    @Test
    void only_what_is_there_is_cut_off_healed_or_built_anew() {
        assertThat(stoa("cut", "node-1")).isEqualTo(1);
        assertThat(stoa("heal", "node-3")).isEqualTo(1);
        assertThat(stoa("rebuild", "replica-2")).isEqualTo(1);
        assertThat(stoa("rebuild", "replica-1")).isEqualTo(1);
    }

    @Test
    void down_may_be_said_again() {
        assertThat(stoa("down")).isZero();
        assertThat(stoa("down")).isZero();
    }

    @Test
    void asking_how_it_is_changes_nothing() {
        var elsewhere = state.resolve("not-there");

        assertThat(run("status", "--state", elsewhere.toString())).isZero();
        assertThat(out.toString()).contains("node-1    | stopped");
        assertThat(run("status", "--json", "--state", elsewhere.toString())).isZero();
        assertThat(out.toString()).contains("\"clones\":[{\"name\":\"node-1\"");
        assertThat(Files.exists(elsewhere)).isFalse();
    }

    private int stoa(String... arguments) {
        var all = new String[arguments.length + 2];
        all[0] = "--state";
        all[1] = state.toString();
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return run(all);
    }

    private int run(String... arguments) {
        return StoaCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
