package org.stoa.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoa.cluster.process.LaunchFailure;

class ClusterOptionsTest {
    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 7})
    void a_cluster_has_one_to_six_clones(int nodes) {
        assertThatThrownBy(() -> new ClusterOptions(nodes, 1, 8080, false, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 6 clones");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 4})
    void a_cluster_has_up_to_three_replicas(int replicas) {
        assertThatThrownBy(() -> new ClusterOptions(2, replicas, 8080, false, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 to 3 replicas");
    }

    @Test
    void synchronous_replication_needs_a_replica() {
        var alone = new ClusterOptions(2, 0, 8080, false, true);

        assertThatThrownBy(alone::synchronously)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs a replica");
    }

    @Test
    void how_a_cluster_was_started_is_remembered(@TempDir Path directory) {
        var file = directory.resolve("cluster.properties");
        var saved = new SavedCluster(new ClusterOptions(3, 2, 28080, false, false, true), Duration.ofMillis(500));

        saved.write(file);

        assertThat(SavedCluster.read(file)).contains(saved);
    }

    @Test
    void what_was_remembered_and_is_damaged_is_named(@TempDir Path directory) throws Exception {
        var file = directory.resolve("cluster.properties");
        Files.writeString(file, "nodes=many\n");

        assertThatThrownBy(() -> SavedCluster.read(file))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("remove it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"primary", "replica-1", "balancer", "mail", "node-6"})
    void members_are_known_by_their_names(String name) {
        assertThat(MemberName.parse(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "node", "node-0", "node-10", "Node-1", "replica", "all"})
    void other_names_are_refused(String name) {
        assertThatThrownBy(() -> MemberName.parse(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"500ms,500", "2s,2000", "1min,60000", "0,0", "PT0.5S,500", "pt1m,60000", "0ms,0", " 3s ,3000"})
    void a_lag_is_read_as_people_write_it(String text, long millis) {
        assertThat(LagTime.parse(text)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "5x", "-1s", "PT-1S", "2h", "61min", "1.5s", "99999999999ms"})
    void what_is_no_lag_is_refused(String text) {
        assertThatThrownBy(() -> LagTime.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
