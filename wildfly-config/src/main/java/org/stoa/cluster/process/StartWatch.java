package org.stoa.cluster.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Starts members together and waits until all are ready; ends the wait at once when one of them dies.
 *
 * @param progress told of each that is ready
 * @param gate every launch passes through it; it throws when there is to be none
 */
public record StartWatch(Progress progress, Gate gate) {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    /** What every launch passes through. */
    @FunctionalInterface
    public interface Gate {
        /**
         * Launches, or throws.
         *
         * @param launch the launch
         */
        void pass(Runnable launch);
    }

    /**
     * Starts members and waits until all are ready.
     *
     * @param members none of them runs
     * @throws LaunchFailure if one of them dies or isn't ready in time; its log is quoted
     */
    public void start(List<? extends Member> members) {
        Map<Member, Long> lengths = new HashMap<>();
        for (var member : members) {
            member.log().turnOver();
            lengths.put(member, member.log().length());
            gate.pass(() -> member.launch(progress));
        }
        var began = System.nanoTime();
        var waiting = new ArrayList<Member>(members);
        while (!waiting.isEmpty()) {
            Poll.sleep(LOOK_AGAIN);
            for (var member : List.copyOf(waiting)) {
                if (look(member, Duration.ofNanos(System.nanoTime() - began), lengths.get(member))) {
                    waiting.remove(member);
                }
            }
        }
    }

    private boolean look(Member member, Duration waited, long logLength) {
        var name = member.process().name();
        if (member.ready()) {
            progress.step(name + ": " + member.work());
            return true;
        }
        member.help();
        var alive = member.process().alive();
        var failed = member.failed();
        if (alive && !failed && waited.compareTo(member.startLimit()) < 0) {
            return false;
        }
        member.log().complaints(logLength).forEach(progress::quote);
        var what = failed
                ? "could not start the application"
                : alive
                        ? "is not ready after " + member.startLimit().toSeconds() + " s"
                        : "ended while it was starting";
        throw new LaunchFailure(name + " " + what + ", see " + member.log().path());
    }
}
