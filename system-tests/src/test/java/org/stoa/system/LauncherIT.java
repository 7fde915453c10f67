package org.stoa.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./stoa} as somebody types it. */
@ExtendWith(RunningShop.class)
class LauncherIT {
    private static final Path ROOT =
            Path.of(System.getProperty("stoa.root")).toAbsolutePath().normalize();
    private static final String FREE_PORT = "12080";

    private static Shop shop;

    @TempDir
    private Path empty;

    @BeforeAll
    static void open(Shop running) {
        shop = running;
    }

    @Test
    void a_second_up_is_refused() throws Exception {
        var again = stoa("--state", System.getProperty("stoa.state"), "up", "--detach", "--port", FREE_PORT);
        assertThat(again.exitCode).isEqualTo(1);
        assertThat(again.output)
                .contains("already running")
                .contains("stoa down")
                .doesNotContain("\tat ");
    }

    @Test
    void a_port_in_use_is_named() throws Exception {
        var port = String.valueOf(RunningShop.PORT);
        var refused = stoa("--state", empty.toString(), "up", "--detach", "--port", port);
        assertThat(refused.exitCode).isEqualTo(1);
        assertThat(refused.output).contains(port).contains("--port").doesNotContain("\tat ");
        assertThat(runningIn(empty)).isEmpty();
    }

    @Test
    void wrong_usage_has_an_exit_code_of_its_own() throws Exception {
        assertThat(stoa("up", "--nodes", "0").exitCode).isEqualTo(2);
        assertThat(stoa("up", "--nodes", "7").exitCode).isEqualTo(2);
        assertThat(stoa("up", "--replicas", "4").exitCode).isEqualTo(2);
        assertThat(stoa("up", "--port", "http").exitCode).isEqualTo(2);
        assertThat(stoa("kill", "node-9").exitCode).isIn(1, 2);
        assertThat(stoa("dance").exitCode).isEqualTo(2);
    }

    @Test
    void status_lists_what_scripts_rely_on() throws Exception {
        var status = stoa("--state", System.getProperty("stoa.state"), "status", "--json");
        assertThat(status.exitCode).isZero();
        var json = new ObjectMapper().readTree(status.output);
        assertThat(json.get("clones")).hasSize(2);
        json.get("clones").forEach(clone -> {
            for (var field : new String[] {"name", "url", "management", "pid", "state"}) {
                assertThat(clone.hasNonNull(field)).as(field).isTrue();
            }
            assertThat(clone.get("state").asText()).isEqualTo("running");
        });
    }

    @Test
    void psql_answers_from_the_primary_and_from_a_replica() throws Exception {
        var state = System.getProperty("stoa.state");
        var primary = stoa("--state", state, "psql", "-c", "select pg_is_in_recovery()");
        assertThat(primary.exitCode).as(primary.output).isZero();
        assertThat(primary.output.lines().map(String::strip)).contains("f");
        assertThat(stoa("--state", state, "psql", "replica-1", "-c", "select count(*) from product").output)
                .contains("240");
        assertThat(stoa("--state", state, "psql", "-c", "select nonsense").exitCode)
                .isEqualTo(1);
    }

    @Test
    void after_the_launcher_was_killed_down_still_cleans_up() throws Exception {
        var up = startOneClone();
        try {
            up.destroyForcibly().waitFor();
            assertThat(runningIn(empty)).isNotEmpty();

            var down = stoa("--state", empty.toString(), "down");

            assertThat(down.exitCode).as(down.output).isZero();
            assertThat(runningIn(empty)).isEmpty();
            assertThat(stoa("--state", empty.toString(), "down").exitCode)
                    .as("down once more")
                    .isZero();
        } finally {
            end(up);
        }
    }

    @Test
    void ctrl_c_leaves_no_process_behind() throws Exception {
        var up = startOneClone();
        try {
            new ProcessBuilder("kill", "-INT", String.valueOf(up.pid())).start().waitFor();
            // What it says must go somewhere, and it may not end at all.
            CompletableFuture.runAsync(() -> drain(up));
            assertThat(up.waitFor(60, TimeUnit.SECONDS))
                    .as(
                            "ended by SIGINT; is it ignored where these tests were started, as in the background of a shell?")
                    .isTrue();
            assertThat(up.exitValue()).isNotZero();
            assertThat(runningIn(empty)).isEmpty();
        } finally {
            end(up);
        }
    }

    private static void drain(Process process) {
        try {
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns while the cluster starts: the databases run, the clone not yet. */
    private Process startOneClone() throws Exception {
        var up = start("--state", empty.toString(), "up", "--port", FREE_PORT, "--nodes", "1", "--replicas", "1");
        try {
            waitForLine(up.inputReader(), "replica-1: accepting");
            return up;
        } catch (IOException | AssertionError e) {
            end(up);
            throw e;
        }
    }

    private void end(Process up) throws Exception {
        up.destroyForcibly().waitFor();
        stoa("--state", empty.toString(), "down");
    }

    private static void waitForLine(BufferedReader lines, String text) throws IOException {
        var seen = new ArrayList<String>();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            seen.add(line);
            if (line.contains(text)) {
                return;
            }
        }
        throw new AssertionError("no line with '" + text + "' in " + seen);
    }

    /** The command lines of all processes that belong to a state directory. */
    private static List<String> runningIn(Path state) throws IOException {
        var found = new ArrayList<String>();
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (var process : processes) {
                try {
                    var commandLine =
                            Files.readString(process.resolve("cmdline")).replace('\0', ' ');
                    if (commandLine.contains(state.toString()) && !commandLine.contains("--state")) {
                        found.add(commandLine);
                    }
                } catch (IOException e) {
                    // It ended while it was looked at.
                    continue;
                }
            }
        }
        return found;
    }

    private static Result stoa(String... arguments) throws Exception {
        var process = start(arguments);
        var output = CompletableFuture.supplyAsync(() -> allOf(process));
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            return new Result(process.exitValue(), output.get(10, TimeUnit.SECONDS));
        } finally {
            process.destroyForcibly();
        }
    }

    private static String allOf(Process process) {
        try (var output = process.getInputStream()) {
            return new String(output.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process start(String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(ROOT.resolve("stoa").toString());
        command.addAll(List.of(arguments));
        var stoa = new ProcessBuilder(command).redirectErrorStream(true);
        // What is tested is what this build has made.
        stoa.environment().put("STOA_BUILD", "never");
        return stoa.start();
    }

    private record Result(int exitCode, String output) {}
}
