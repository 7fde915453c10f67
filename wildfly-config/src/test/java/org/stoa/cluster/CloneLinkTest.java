package org.stoa.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stoa.cluster.process.LaunchFailure;

class CloneLinkTest {
    @TempDir
    Path directory;

    @Test
    void a_program_may_cut_and_heal_instead() throws Exception {
        var told = directory.resolve("told");
        var link = link("echo >>" + told);

        link.cut();
        assertThat(link.isCut()).isTrue();
        link.heal();
        assertThat(link.isCut()).isFalse();

        assertThat(Files.readAllLines(told))
                .containsExactly("cut node-2 127.31.144.2 15432", "heal node-2 127.31.144.2 15432");
    }

    @Test
    void what_can_not_be_cut_is_not_said_to_be() {
        var link = link("echo \"no such firewall\"; false");

        assertThatThrownBy(link::cut)
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("node-2")
                .hasMessageContaining("no such firewall");
        assertThat(link.isCut()).isFalse();
    }

    @Test
    void who_can_not_be_healed_stays_cut_off() {
        link("true").cut();
        var broken = link("false");

        assertThatThrownBy(broken::heal).isInstanceOf(LaunchFailure.class);
        assertThat(broken.isCut()).isTrue();
    }

    private CloneLink link(String program) {
        return new CloneLink(MemberName.node(2), new Ports(8080), directory.resolve("cut"), Optional.of(program));
    }
}
