package org.stoa.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stoa.cluster.PromotionRecord.Begun;
import org.stoa.cluster.PromotionRecord.Stage;
import org.stoa.cluster.process.LaunchFailure;

class PromotionRecordTest {
    @TempDir
    Path directory;

    @Test
    void how_far_a_promotion_has_come_is_remembered_until_it_is_done() {
        var record = new PromotionRecord(directory.resolve("promotion"));
        assertThat(record.read()).isEmpty();

        record.write(MemberName.replica(2), Stage.CHOSEN);
        assertThat(record.read()).contains(new Begun(MemberName.replica(2), Stage.CHOSEN));
        record.write(MemberName.replica(2), Stage.MOVED);
        assertThat(record.read()).contains(new Begun(MemberName.replica(2), Stage.MOVED));

        record.remove();
        assertThat(record.read()).isEmpty();
    }

    @Test
    void what_is_damaged_is_not_guessed() throws Exception {
        var file = directory.resolve("promotion");
        Files.writeString(file, "replica-1\n");

        assertThatThrownBy(new PromotionRecord(file)::read)
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("a promotion was under way");
    }
}
