package org.stoa.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of the jobs of a clone that others miss: that it is gone is a hint only. */
@ExtendWith(RunningShop.class)
class LostCloneIT {
    private static Shop shop;

    @BeforeAll
    static void open(Shop running) {
        shop = running;
    }

    @Test
    void the_leases_end_that_it_had_but_no_last_attempt_and_nothing_that_it_begins_later() {
        var had = running(1, "now()");
        var last = running(8, "now()");
        var later = running(1, "now() + interval '1 hour'");
        shop.cluster().kill("node-2");
        try {
            Shop.await("its lease ends", () -> !isLeased(had));
            assertThat(isLeased(last)).isTrue();
            assertThat(isLeased(later)).isTrue();
        } finally {
            shop.sql("delete from job where type = 'test-unknown'");
            shop.cluster().start("node-2");
        }
    }

    /** Of a type that no clone knows, so that nobody takes it over. */
    private static String running(int attempts, String claimed) {
        var job = StillJob.RUNNING.in(shop);
        shop.sql("update job set clone = 'node-2', attempts = %d, claimed_at = %s where id = '%s'"
                .formatted(attempts, claimed, job));
        return job;
    }

    private static boolean isLeased(String job) {
        return shop.longs("select count(*) from job where lease_until > now() and id = '" + job + "'")
                        .get(0)
                > 0;
    }
}
