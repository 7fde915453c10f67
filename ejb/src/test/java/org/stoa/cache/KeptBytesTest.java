package org.stoa.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stoa.data.AsOf;
import org.stoa.data.Snapshot;

class KeptBytesTest {
    private record Thing(String name, Optional<String> maybe, List<Optional<Integer>> numbers)
            implements Serializable {}

    @Test
    void what_one_clone_sends_the_other_reads() {
        var thing = new Thing("a", Optional.of("b"), List.of(Optional.of(1), Optional.empty()));
        var kept = kept(Optional.of(thing));
        assertThat(KeptBytes.<Optional<Thing>>kept(KeptBytes.of(kept))).isEqualTo(kept);
    }

    @Test
    void what_is_absent_is_sent_too() {
        var kept = kept(Optional.empty());
        assertThat(KeptBytes.<Optional<Thing>>kept(KeptBytes.of(kept))).isEqualTo(kept);
    }

    @Test
    void what_is_not_made_to_be_kept_is_refused() {
        assertThatThrownBy(() -> KeptBytes.of(kept(new Object()))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void classes_of_others_are_not_read() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var objects = new ObjectOutputStream(bytes)) {
            objects.writeObject(new org.assertj.core.data.Index[0]);
        }
        assertThatThrownBy(() -> KeptBytes.kept(bytes.toByteArray())).isInstanceOf(IllegalArgumentException.class);
    }

    private static <V> Kept<V> kept(V value) {
        var asOf = new AsOf(UUID.randomUUID(), 7, new Snapshot(10, 20, List.of(12L, 15L)));
        return new Kept<>(value, asOf, Set.of("product:1", "price:1"), Instant.MAX);
    }
}
