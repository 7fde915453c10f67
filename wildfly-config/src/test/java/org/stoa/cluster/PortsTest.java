package org.stoa.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {
    @Test
    void the_shop_is_at_8080_and_the_primary_at_15432_by_default() {
        var ports = ClusterOptions.DEFAULT.ports();

        assertThat(ports.balancer()).isEqualTo(8080);
        assertThat(ports.balancerProtocol()).isEqualTo(8090);
        assertThat(ports.balancerManagement()).isEqualTo(9990);
        assertThat(ports.http(1)).isEqualTo(8180);
        assertThat(ports.management(1)).isEqualTo(10090);
        assertThat(ports.group(1)).isEqualTo(7700);
        assertThat(ports.messaging(1)).isEqualTo(5545);
        assertThat(ports.offset(1)).isEqualTo(100);
        assertThat(ports.primary()).isEqualTo(15432);
        assertThat(ports.replica(2)).isEqualTo(15434);
    }

    @Test
    void no_port_of_a_cluster_serves_two_purposes() {
        var clones = ClusterOptions.MOST_NODES;
        var replicas = ClusterOptions.MOST_REPLICAS;

        assertThat(new Ports(8080).of(clones, replicas)).hasSize(4 + 1 + 1 + replicas + 5 * clones);
    }

    @ParameterizedTest
    @ValueSource(ints = {700, 800, 1_000, 1_800, 3_000, 10_000, 20_000, 30_000})
    void two_clusters_with_different_ports_do_not_collide(int apart) {
        var one = new Ports(8080).of(ClusterOptions.MOST_NODES, ClusterOptions.MOST_REPLICAS);
        var other = new Ports(8080 + apart).of(ClusterOptions.MOST_NODES, ClusterOptions.MOST_REPLICAS);

        assertThat(one.keySet()).doesNotContainAnyElementsOf(other.keySet());
    }

    @Test
    void every_clone_of_every_cluster_has_an_address_of_its_own() {
        assertThat(new Ports(8080).privateAddress(2)).isEqualTo("127.31.144.2");
        assertThat(new Ports(8336).privateAddress(2)).isEqualTo("127.32.144.2");
        assertThat(new Ports(8081).privateAddress(2)).isEqualTo("127.31.145.2");
    }

    @ParameterizedTest
    @ValueSource(ints = {Ports.LOWEST, Ports.HIGHEST})
    void no_port_is_privileged_or_beyond_the_last(int base) {
        assertThat(new Ports(base)
                        .of(ClusterOptions.MOST_NODES, ClusterOptions.MOST_REPLICAS)
                        .keySet())
                .allMatch(port -> port >= 1024 && port <= 65_535);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 80, Ports.LOWEST - 1, Ports.HIGHEST + 1})
    void a_port_out_of_bounds_is_refused(int base) {
        assertThatThrownBy(() -> new Ports(base))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be from");
    }
}
