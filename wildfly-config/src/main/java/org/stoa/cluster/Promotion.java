package org.stoa.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.stoa.cluster.PromotionRecord.Stage;
import org.stoa.cluster.postgres.Primary;
import org.stoa.cluster.postgres.ReceivedLog;
import org.stoa.cluster.postgres.Replica;
import org.stoa.cluster.process.FileTree;
import org.stoa.cluster.process.LaunchFailure;
import org.stoa.cluster.process.Poll;
import org.stoa.cluster.process.StartWatch;

/**
 * A failover: the primary is killed, the replica that has received most takes its place and its address, as a virtual
 * IP would move, and is replaced by a new copy. So nobody has to be told of another address, and the members are the
 * same before and after.
 *
 * <p>What was chosen and done is written down on the way. A promotion whose launcher died is brought to an end by the
 * next one; and whoever starts a database {@linkplain #finish() finishes} as much of it as keeps the old primary from
 * coming back.
 *
 * @param members of the cluster
 * @param watch starts them
 */
record Promotion(Members members, StartWatch watch) {
    private static final Duration END_OF_LOG = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    /** Promotes a replica; or goes on with a promotion that was begun. */
    void run() {
        if (written().read().isEmpty()) {
            choose();
        }
        finish();
        startPrimary();
        members.replicas().forEach(this::follow);
        settled();
    }

    private PromotionRecord written() {
        return members.state().promotion();
    }

    /** Kills the primary, after which no replica can receive more, and writes down who has received most. */
    private void choose() {
        var candidates = candidates();
        members.primary().process().kill();
        step("primary: killed");
        Poll.until(END_OF_LOG, LOOK_AGAIN, () -> candidates.stream().noneMatch(Replica::streaming));
        // Asked once more: who has fallen silent meanwhile is none.
        var chosen = candidatesLeft().stream()
                .max(Comparator.comparing(replica -> replica.received().orElse(ReceivedLog.NOTHING)))
                .orElseThrow();
        written().write(MemberName.replica(chosen.number()), Stage.CHOSEN);
    }

    private List<Replica> candidatesLeft() {
        try {
            return candidates();
        } catch (LaunchFailure e) {
            throw new LaunchFailure(
                    "the primary was killed, but " + e.getMessage() + "; ./stoa start primary brings it back", e);
        }
    }

    /**
     * The replicas that answer.
     *
     * @throws LaunchFailure if none does; with synchronous replication if one doesn't, because it may be the only one
     *     that has the last commit
     */
    private List<Replica> candidates() {
        var replicas = members.replicas();
        if (replicas.isEmpty()) {
            throw new LaunchFailure("there is no replica that could be promoted, see ./stoa up --replicas");
        }
        // A busy one gets some time; who is frozen or doesn't run does not.
        Poll.until(PATIENCE, LOOK_AGAIN, () -> replicas.stream().noneMatch(Promotion::silent));
        var answering = replicas.stream()
                .filter(replica -> replica.received().isPresent())
                .toList();
        if (answering.isEmpty()) {
            throw new LaunchFailure("no replica answers that could be promoted, see ./stoa status");
        }
        if (members.cluster().options().synchronous() && answering.size() < replicas.size()) {
            throw new LaunchFailure("not every replica answers, and who doesn't may be the only one that has the last"
                    + " commit: start or resume it first, see ./stoa status");
        }
        return answering;
    }

    private static boolean silent(Replica replica) {
        return replica.process().alive()
                && !replica.process().frozen()
                && replica.received().isEmpty();
    }

    /**
     * Gives the data of the replica that was chosen to the primary, which can then be started; does nothing if none was.
     * The primary is dead since then, and must not come back with the old data.
     */
    void finish() {
        written().read().filter(begun -> begun.stage() == Stage.CHOSEN).ifPresent(begun -> {
            var chosen = members.replica(begun.replica().number());
            if (Files.exists(chosen.server().data())) {
                fence(members.primary());
                promote(chosen);
                move(chosen, members.primary());
            }
            written().write(begun.replica(), Stage.MOVED);
        });
    }

    private void fence(Primary primary) {
        primary.process().kill();
        if (!Files.exists(primary.server().data())) {
            return;
        }
        FileTree.discard(primary.fencedData());
        try {
            Files.move(primary.server().data(), primary.fencedData(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        step("primary: fenced, its data were put aside as " + primary.fencedData());
    }

    private void promote(Replica chosen) {
        if (chosen.process().alive()) {
            chosen.process().resume();
        } else {
            watch.start(List.of(chosen));
        }
        chosen.promote(members.replicas());
        step(chosen.process().name() + ": promoted");
    }

    private void move(Replica chosen, Primary primary) {
        chosen.stop(watch.progress());
        try {
            Files.createDirectories(primary.process().directory());
            Files.move(chosen.server().data(), primary.server().data(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        step("primary: has the data of " + chosen.process().name());
    }

    private void startPrimary() {
        if (!members.primary().process().alive()) {
            new Startup(members, watch).primary();
        }
    }

    private void follow(Replica replica) {
        if (!replica.process().alive()) {
            replica.start(watch);
        } else if (replica.process().frozen()) {
            step(replica.process().name() + ": is frozen; if it doesn't follow when it goes on: ./stoa rebuild "
                    + replica.process().name());
        } else {
            replica.followAnew(watch);
        }
    }

    /** Nothing is left to be done. For who has started primary and replicas. */
    void settled() {
        written().remove();
    }

    /** The same for who has started one of the replicas. */
    void settled(MemberName replica) {
        if (written().read().filter(begun -> begun.replica().equals(replica)).isPresent()) {
            written().remove();
        }
    }

    private void step(String line) {
        watch.progress().step(line);
    }
}
