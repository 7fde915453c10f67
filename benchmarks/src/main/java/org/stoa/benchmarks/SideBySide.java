package org.stoa.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How long one client waits who asks several contenders in turn, so that all meet the same machine. */
final class SideBySide {
    private static final double SHARE_THAT_MUST_COUNT = 0.98;

    /** Which threads and which processors serve a connection is luck: so there are many. */
    private static final int ROUNDS_A_CONNECTION = 50;

    private final List<Contender> contenders;
    private final Map<String, List<Double>> waits = new LinkedHashMap<>();

    /**
     * What was measured.
     *
     * @param microseconds by the names of contenders; those of one place were asked one right after the other
     */
    record Waits(Map<String, double[]> microseconds) {
        Times of(String name) {
            return Times.of(microseconds.get(name));
        }

        /**
         * How many times as long one takes as another: the median over all rounds. It holds where the machine answers at two
         * speeds, as the processors' clocks and sleep will have it; the two medians may then belong to different ones.
         */
        double ratio(String longer, String other) {
            var numerators = microseconds.get(longer);
            var denominators = microseconds.get(other);
            return Times.of(IntStream.range(0, numerators.length)
                            .mapToDouble(round -> numerators[round] / denominators[round])
                            .toArray())
                    .median();
        }
    }

    SideBySide(List<Contender> contenders) {
        this.contenders = contenders;
    }

    /**
     * How long the answers took; rounds of which one was not of the kind that was to be measured are left out.
     *
     * @param warmUp rounds that are not counted
     * @param rounds how often each is asked
     * @throws IllegalStateException if too many were left out
     */
    static Waits waits(List<Contender> contenders, int warmUp, int rounds) throws IOException {
        return new SideBySide(contenders).measure(warmUp, rounds);
    }

    private Waits measure(int warmUp, int rounds) throws IOException {
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
                ask(connections, round, counted);
            }
        } finally {
            for (var connection : connections) {
                connection.close();
            }
        }
    }

    private void ask(List<RawConnection> connections, int round, boolean counted) throws IOException {
        var microseconds = new double[contenders.size()];
        boolean whole = true;
        for (int n = 0; n < contenders.size(); n++) {
            // Each round begins with another one: nobody has always the same before him.
            int turn = Math.floorMod(n + round, contenders.size());
            var contender = contenders.get(turn);
            var request = contender.request();
            long begin = System.nanoTime();
            var answer = connections.get(turn).ask(request);
            microseconds[turn] = (System.nanoTime() - begin) / 1e3;
            whole &= contender.counts(answer);
        }
        if (whole && counted) {
            for (int turn = 0; turn < microseconds.length; turn++) {
                waits.get(contenders.get(turn).name()).add(microseconds[turn]);
            }
        }
    }

    private Waits times(int rounds) {
        var times = new LinkedHashMap<String, double[]>();
        waits.forEach((name, waited) -> {
            if (waited.size() < SHARE_THAT_MUST_COUNT * rounds) {
                throw new IllegalStateException(
                        "Only %d of %d answers were of the kind: %s".formatted(waited.size(), rounds, name));
            }
            times.put(name, waited.stream().mapToDouble(Double::doubleValue).toArray());
        });
        return new Waits(times);
    }
}
