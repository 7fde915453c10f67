package org.stoa.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.stoa.cluster.MemberName.Kind;
import org.stoa.cluster.process.LaunchFailure;
import org.stoa.cluster.process.MarkedProcess;
import org.stoa.cluster.process.Poll;
import org.stoa.cluster.process.Progress;
import org.stoa.cluster.process.Signal;

/**
 * Ends all that runs of a cluster: the clones first, because they use the others, the primary last.
 *
 * @param state whose processes
 * @param progress told what was ended
 */
record Shutdown(StateDirectory state, Progress progress) {
    /** Long enough for a clone to leave its cluster; it holds nothing that would be worth a longer wait. */
    private static final Duration SERVERS = Duration.ofSeconds(3);

    private static final Duration REPLICAS = Duration.ofSeconds(5);
    private static final Duration PRIMARY = Duration.ofSeconds(20);

    /** Ends all; false if nothing ran. */
    boolean run() {
        var ran = end(Signal.TERM, SERVERS, Set.of(Kind.NODE));
        ran |= end(Signal.TERM, SERVERS, Set.of(Kind.BALANCER, Kind.MAIL));
        ran |= end(Signal.INT, REPLICAS, Set.of(Kind.REPLICA));
        ran |= end(Signal.INT, PRIMARY, Set.of(Kind.PRIMARY));
        var left = state.running();
        if (!left.isEmpty()) {
            throw new LaunchFailure("still running: " + names(left));
        }
        return ran;
    }

    private boolean end(Signal farewell, Duration limit, Set<Kind> kinds) {
        var processes = state.everyName().stream()
                .filter(name -> kinds.contains(name.kind()))
                .map(state::process)
                .filter(MarkedProcess::alive)
                .toList();
        if (processes.isEmpty()) {
            return false;
        }
        processes.forEach(MarkedProcess::resume);
        processes.forEach(process -> process.signal(farewell));
        Poll.until(limit, Duration.ofMillis(50), () -> processes.stream().noneMatch(MarkedProcess::alive));
        processes.stream().filter(MarkedProcess::alive).forEach(MarkedProcess::kill);
        progress.step("stopped " + names(processes));
        return true;
    }

    private static String names(List<MarkedProcess> processes) {
        return String.join(", ", processes.stream().map(MarkedProcess::name).toList());
    }
}
