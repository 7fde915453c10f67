package org.stoa.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoa.system.feed.FeedPlay;

/** Nobody is behind what he must know, whatever breaks: the quick form of {@code system-tests/feed-check}. */
@ExtendWith(RunningShop.class)
class FeedIT {
    private static FeedPlay play;

    @BeforeAll
    static void open(Shop shop) throws Exception {
        play = new FeedPlay(shop.cluster(), System.out::println);
    }

    @AfterAll
    static void putBack() throws Exception {
        play.close();
    }

    @Test
    void no_read_is_behind_what_it_must_show_while_things_break() throws Exception {
        var seen = play.quickly();
        assertThat(seen.violations()).isEmpty();
        assertThat(seen.reads()).as("%s", seen).isGreaterThan(2_000);
        assertThat(seen.reads() - seen.degraded()).as("%s", seen).isGreaterThan(1_000);
        assertThat(seen.writes()).as("%s", seen).isGreaterThan(200);
    }

    /** Those bugs that are found in seconds; the long form has all. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "STAMP_IGNORED",
                "LOOK_BEFORE_COMMIT",
                "TRUST_LIMIT_OFF",
                "GENERATION_IGNORED",
                "WRITE_FROM_REPLICA",
                "FRESHNESS_NOT_ASKED",
                "DEPENDENCY_FORGOTTEN",
                "AS_OF_AFTER_READ",
                "ABSENT_KEPT_FOR_EVER"
            })
    void a_planted_bug_is_found(String bug) throws Exception {
        assertThat(play.finds(bug)).isTrue();
    }
}
