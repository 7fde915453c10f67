package org.stoa.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stoa.cluster.process.MemberState;

/** What a test has left broken does not break the next ones. */
@ExtendWith(RunningShop.class)
class MendingIT {
    private static Shop shop;

    @BeforeAll
    static void open(Shop running) {
        shop = running;
    }

    @Test
    void what_does_not_run_is_started() {
        shop.cluster().kill("mail");
        assertThat(mended()).containsExactly("mail was left stopped: starts it");
        assertThat(shop.cluster().status().mail().state()).isEqualTo(MemberState.RUNNING);
    }

    @Test
    void what_is_frozen_is_woken() {
        shop.cluster().pause("mail");
        assertThat(mended()).containsExactly("mail was left frozen: wakes it");
        Shop.await("it works again", () -> shop.cluster().status().mail().state() == MemberState.RUNNING);
    }

    @Test
    void what_is_whole_is_left_alone() {
        assertThat(mended()).isEmpty();
    }

    private static List<String> mended() {
        var lines = new ArrayList<String>();
        new Mending(shop.cluster(), lines::add).run();
        return lines;
    }
}
