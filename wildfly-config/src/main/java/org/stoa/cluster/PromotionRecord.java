package org.stoa.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import org.stoa.cluster.process.FileTree;
import org.stoa.cluster.process.LaunchFailure;

/**
 * How far a promotion has come, kept in a file for whoever has to bring it to an end.
 *
 * @param file exists while a promotion is under way
 */
record PromotionRecord(Path file) {
    /** How far it has come. */
    enum Stage {
        /** The primary is dead and the replica is to take its place; it may have been promoted. */
        CHOSEN,
        /** The replica's data are the primary's; the replica itself is still to be built anew. */
        MOVED
    }

    /**
     * A promotion that was begun.
     *
     * @param replica who takes the primary's place
     * @param stage how far it has come
     */
    record Begun(MemberName replica, Stage stage) {}

    Optional<Begun> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            var words = Files.readString(file).strip().split(" ");
            var stage = Stage.valueOf(words[1].toUpperCase(Locale.ROOT));
            return Optional.of(new Begun(MemberName.parse(words[0]), stage));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new LaunchFailure(
                    file + " can't be understood: a promotion was under way, look where the data are, then remove it",
                    e);
        }
    }

    void write(MemberName replica, Stage stage) {
        try {
            // Renamed when complete: whoever writes it may be killed.
            var unfinished = file.resolveSibling(file.getFileName() + "-unfinished");
            Files.writeString(unfinished, replica + " " + stage.name().toLowerCase(Locale.ROOT) + "\n");
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove() {
        FileTree.delete(file);
    }
}
