package org.stoa.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stoa.cluster.process.LaunchFailure;
import org.stoa.cluster.process.Marker;
import org.stoa.cluster.process.Poll;

class ClusterTest {
    @TempDir
    Path directory;

    private StateDirectory state;
    private Cluster cluster;

    @BeforeEach
    void make() {
        state = StateDirectory.of(directory.resolve("state"));
        state.create();
        cluster = new Cluster(new Installation(directory, directory.resolve("stoa.ear")), state.path());
    }

    @Test
    void a_closed_cluster_starts_nothing() {
        cluster.close();

        assertThatThrownBy(() -> cluster.start("mail"))
                .isInstanceOf(LaunchFailure.class)
                .hasMessage("the cluster is being ended");
        assertThat(cluster.running()).isEmpty();
    }

    @Test
    void down_ends_what_another_command_is_still_starting() throws Exception {
        var lock = StartLock.take(state.lock());
        launchSleeper("node-1");
        assertThat(alive("node-1")).isTrue();
        var down = CompletableFuture.supplyAsync(() -> cluster.down(line -> {}));
        var mail = state.process(MemberName.MAIL);
        assertThat(Poll.until(Duration.ofSeconds(10), Duration.ofMillis(20), () -> !alive("node-1")))
                .isTrue();

        // It may be ended before anybody has seen it.
        launchSleeper("mail");

        assertThat(mail.awaitEnd(Duration.ofSeconds(10))).isTrue();
        assertThat(down).isNotDone();
        lock.close();
        assertThat(down.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(cluster.running()).isEmpty();
    }

    private boolean alive(String name) {
        return state.process(MemberName.parse(name)).alive();
    }

    private void launchSleeper(String name) throws Exception {
        var process = state.process(MemberName.parse(name));
        var mark = new Marker(process.directory()).javaArgument();
        Files.createDirectories(process.directory());
        process.launch(
                List.of("sh", "-c", "sleep 30; exit", mark),
                Map.of(),
                process.directory().resolve("console.log"));
    }
}
