package org.stoa.system.feed;

import java.util.List;
import java.util.stream.Stream;
import org.stoa.system.faults.Cut;
import org.stoa.system.faults.agent.Effect;

/** A bug that a clone can be given while it runs. */
enum Plant {
    /** Nobody is known to have written anything. */
    STAMP_IGNORED(Violation.Kind.BEHIND_ITS_STAMP, cut(Effect.EMPTY, "org.stoa.data.Reader", "stamps")),
    /** The look for the changes of a transaction is before its commit. */
    LOOK_BEFORE_COMMIT(
            Violation.Kind.BEHIND_ITS_STAMP,
            cut(Effect.LOOK, "org.stoa.data.LookAfterCommit", "beforeCompletion"),
            cut(Effect.NOTHING, "org.stoa.data.LookAfterCommit", "afterCompletion")),
    /** What was known before a clone was frozen or cut off is used afterwards. */
    TRUST_LIMIT_OFF(Violation.Kind.TOO_OLD, cut(Effect.TRUE, "org.stoa.data.Follower", "isTrusted")),
    /** A clone that was away too long goes on as if it had missed nothing. */
    JOIN_WITHOUT_RESET(Violation.Kind.TOO_OLD, cut(Effect.ADD, "org.stoa.data.Follower", "followAnew")),
    /** A look of another generation is taken for the next one of the present. */
    GENERATION_IGNORED(Violation.Kind.TOO_OLD, cut(Effect.TRUE, "org.stoa.data.Follower", "isOf")),
    /** A replica is believed to be where it once was. Nothing is kept, so that each read asks one. */
    POSITION_KEPT(
            Violation.Kind.BEHIND_ITS_STAMP,
            cut(Effect.GREATEST, "org.stoa.data.ReplicaPosition", "of"),
            cut(Effect.FALSE, "org.stoa.cache.Kept", "isFresh")),
    /** A replica that follows a history that is no more is read from. */
    OLD_REPLICA_USED(Violation.Kind.LOST_YET_SEEN, cut(Effect.TRUE, "org.stoa.data.ReplicaPosition", "isOf")),
    /** What somebody read on a replica is written, though the primary has something newer. */
    WRITE_FROM_REPLICA(
            Violation.Kind.WRITTEN_TWICE, cut(Effect.NOTHING, "org.stoa.catalogue.Product", "requireVersion")),
    /** What is kept is used whatever has changed. */
    FRESHNESS_NOT_ASKED(Violation.Kind.BEHIND_ITS_STAMP, cut(Effect.TRUE, "org.stoa.cache.Kept", "isFresh")),
    /** What is kept does not say what it depends on. */
    DEPENDENCY_FORGOTTEN(Violation.Kind.BEHIND_ITS_STAMP, cut(Effect.EMPTY_SET, "org.stoa.data.Dependencies", "tags")),
    /** A value is kept as of when it has been read, not as of before; and reading takes long. */
    AS_OF_AFTER_READ(
            Violation.Kind.BEHIND_ITS_STAMP,
            cut(Effect.SLOW, "org.stoa.data.Reads", "note"),
            cut(Effect.LATEST, "org.stoa.data.Freshness", "now"),
            // Else an older part of the value would hide it.
            cut(Effect.LAST, "org.stoa.data.Dependencies", "add")),
    /** What was not there once is not there for ever. */
    ABSENT_KEPT_FOR_EVER(Violation.Kind.NEVER_WRITTEN, cut(Effect.TRUE_IF_ABSENT, "org.stoa.cache.Kept", "isFresh")),
    /** No bug but a fault: the clone dies between the commit and the look. */
    DEATH_AFTER_COMMIT(null, cut(Effect.HALT, "org.stoa.data.ChangeFeed", "lookAfterCommit"));

    private final Violation.Kind broken;
    private final List<Cut> cuts;

    Plant(Violation.Kind broken, Cut... cuts) {
        this.broken = broken;
        this.cuts = List.of(cuts);
    }

    /** All bugs. */
    static List<Plant> bugs() {
        return Stream.of(values()).filter(plant -> plant.broken != null).toList();
    }

    /** The promise that a shop with this bug breaks; null for none. */
    Violation.Kind broken() {
        return broken;
    }

    List<Cut> cuts() {
        return cuts;
    }

    private static Cut cut(Effect effect, String type, String method) {
        return new Cut(effect, type, method);
    }
}
