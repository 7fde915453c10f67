package org.stoa.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BalancerTest {
    private static final String ANSWER = """
            Node: [2],Name: node-1,Balancer: mycluster,LBGroup: ,Host: 127.0.0.1,Port: 8180,Type: http,Load: 1
            Node: [1],Name: node-2,Balancer: mycluster,LBGroup: ,Host: 127.0.0.1,Port: 8280,Type: http,Load: 1
            Vhost: [2:2:-1], Alias: default-host
            Context: [2:2:2], Context: /, Status: ENABLED
            Context: [1:1:1], Context: /, Status: STOPPED
            """;

    @Test
    void a_clone_whose_application_is_enabled_is_served() {
        assertThat(Balancer.serves(ANSWER, "node-1")).isTrue();
    }

    @Test
    void a_clone_that_drains_is_not_served() {
        assertThat(Balancer.serves(ANSWER, "node-2")).isFalse();
    }

    @Test
    void a_clone_that_has_not_told_its_load_is_not_served() {
        assertThat(Balancer.serves(
                        ANSWER.replace("Port: 8180,Type: http,Load: 1", "Port: 8180,Type: http,Load: -1"), "node-1"))
                .isFalse();
    }

    @Test
    void a_clone_that_never_came_is_not_served() {
        assertThat(Balancer.serves(ANSWER, "node-3")).isFalse();
        assertThat(Balancer.serves("", "node-1")).isFalse();
    }
}
