package org.stoa.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long one client waits who asks several contenders in turn, so that all meet the same machine. */
final class SideBySide {
    private static final double SHARE_THAT_MUST_COUNT = 0.98;

    /** Which threads and which processors serve a connection is luck: so there are many. */
    private static final int ROUNDS_A_CONNECTION = 50;

    private final List<Contender> contenders;
    private final Map<String, List<Double>> waits = new LinkedHashMap<>();

    SideBySide(List<Contender> contenders) {
        this.contenders = contenders;
    }

    /**
     * The microseconds that answers took, by the names of contenders.
     *
     * @param warmUp rounds that are not counted
     * @param rounds how often each is asked
     * @throws IllegalStateException if too many answers were not of the kind that was to be measured
     */
    static Map<String, Times> waits(List<Contender> contenders, int warmUp, int rounds) throws IOException {
        return new SideBySide(contenders).measure(warmUp, rounds);
    }

    private Map<String, Times> measure(int warmUp, int rounds) throws IOException {
        contenders.forEach(contender -> waits.put(contender.name(), new ArrayList<>(rounds)));
        for (int round = -warmUp; round < rounds; round += ROUNDS_A_CONNECTION) {
            measure(round, Math.min(round + ROUNDS_A_CONNECTION, rounds), round >= 0);
        }
        return times(rounds);
    }

    private void measure(int begin, int end, boolean counted) throws IOException {
        var connections = new ArrayList<RawConnection>();
        try {
            for (var contender : contenders) {
                connections.add(contender.connect());
            }
            for (int round = begin; round < end; round++) {
                for (int n = 0; n < contenders.size(); n++) {
                    // Each round begins with another one: nobody has always the same before him.
                    int turn = Math.floorMod(n + round, contenders.size());
                    ask(contenders.get(turn), connections.get(turn), counted);
                }
            }
        } finally {
            for (var connection : connections) {
                connection.close();
            }
        }
    }

    private void ask(Contender contender, RawConnection connection, boolean counted) throws IOException {
        var request = contender.request();
        long begin = System.nanoTime();
        var answer = connection.ask(request);
        double microseconds = (System.nanoTime() - begin) / 1e3;
        if (contender.counts(answer) && counted) {
            waits.get(contender.name()).add(microseconds);
        }
    }

    private Map<String, Times> times(int rounds) {
        var times = new LinkedHashMap<String, Times>();
        waits.forEach((name, waited) -> {
            if (waited.size() < SHARE_THAT_MUST_COUNT * rounds) {
                throw new IllegalStateException(
                        "Only %d of %d answers were of the kind: %s".formatted(waited.size(), rounds, name));
            }
            times.put(name, Times.of(waited));
        });
        return times;
    }
}
