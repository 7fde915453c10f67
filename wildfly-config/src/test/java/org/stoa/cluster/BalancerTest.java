package org.stoa.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stoa.cluster.Balancer.Standing;

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
        assertThat(Balancer.standing(ANSWER, "node-1")).isEqualTo(Standing.SERVED);
    }

    @Test
    void a_clone_that_drains_is_held_back() {
        assertThat(Balancer.standing(ANSWER, "node-2")).isEqualTo(Standing.HELD_BACK);
    }

    @Test
    void only_the_shop_counts_whatever_else_a_clone_has() {
        assertThat(Balancer.standing(
                        ANSWER.replace(
                                "Context: [2:2:2]",
                                "Context: [2:2:3], Context: /bare, Status: STOPPED\nContext: [2:2:2]"),
                        "node-1"))
                .isEqualTo(Standing.SERVED);
    }

    @Test
    void a_clone_that_somebody_has_disabled_is_left_alone() {
        assertThat(Balancer.standing(ANSWER.replace("STOPPED", "DISABLED"), "node-2"))
                .isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void a_clone_that_has_not_told_its_load_is_not_served() {
        assertThat(Balancer.standing(
                        ANSWER.replace("Port: 8180,Type: http,Load: 1", "Port: 8180,Type: http,Load: -1"), "node-1"))
                .isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void a_clone_that_never_came_is_not_served() {
        assertThat(Balancer.standing(ANSWER, "node-3")).isEqualTo(Standing.UNKNOWN);
        assertThat(Balancer.standing("", "node-1")).isEqualTo(Standing.UNKNOWN);
    }
}
