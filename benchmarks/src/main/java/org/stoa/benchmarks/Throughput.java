package org.stoa.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * How many answers a second some contenders give to several clients at once, by turns of a second in ever another order.
 *
 * @param clients how many ask at once
 */
record Throughput(int clients) {
    private static final long TURN_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int WARM_UP = 3;

    /**
     * The answers a second, by the names of contenders.
     *
     * @param rounds in which each has a turn, after some that are not counted
     */
    Map<String, Times> measure(List<Contender> contenders, int rounds) throws Exception {
        var reached = new LinkedHashMap<String, List<Double>>();
        var turns = new ArrayList<>(contenders);
        var order = new Random(1);
        for (int round = -WARM_UP; round < rounds; round++) {
            Collections.shuffle(turns, order);
            for (var contender : turns) {
                double answers = answers(contender) / (TURN_NANOS / 1e9);
                if (round >= 0) {
                    reached.computeIfAbsent(contender.name(), name -> new ArrayList<>())
                            .add(answers);
                }
            }
        }
        var times = new LinkedHashMap<String, Times>();
        reached.forEach((name, answers) -> times.put(name, Times.of(answers)));
        return times;
    }

    private double answers(Contender contender) throws Exception {
        var threads = Executors.newFixedThreadPool(clients);
        try {
            long end = System.nanoTime() + TURN_NANOS;
            var asking = new ArrayList<Callable<Long>>();
            for (int client = 0; client < clients; client++) {
                asking.add(() -> answers(contender, end));
            }
            long answered = 0;
            for (var done : threads.invokeAll(asking)) {
                answered += done.get();
            }
            return answered;
        } finally {
            threads.shutdownNow();
        }
    }

    private static long answers(Contender contender, long end) throws Exception {
        long answered = 0;
        var request = contender.request();
        try (var connection = contender.connect()) {
            while (System.nanoTime() < end) {
                if (contender.counts(connection.ask(request))) {
                    answered++;
                }
            }
        }
        return answered;
    }
}
