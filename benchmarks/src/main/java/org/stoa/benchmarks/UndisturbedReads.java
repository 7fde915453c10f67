package org.stoa.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What readers cause behind the clone that answers them: nothing where the answer is in memory, little where it is made. */
final class UndisturbedReads {
    private static final int ROUNDS = 5;
    private static final int REQUESTS = 10_000;
    private static final double SHARE_IN_MEMORY = 0.98;
    private static final int COLD_WARM_UP = 100;
    private static final int COLD = 1000;
    private static final int SHOWN = 12;

    private final BenchmarkShop shop;
    private final Figures figures;
    private final Counters counters;

    UndisturbedReads(BenchmarkShop shop, Figures figures, Counters counters) {
        this.shop = shop;
        this.figures = figures;
        this.counters = counters;
    }

    /** @param unread products that nobody has asked for */
    void measure(ShopProduct popular, Iterator<ShopProduct> unread) throws Exception {
        warm(popular);
        cold(unread);
    }

    private void warm(ShopProduct popular) throws Exception {
        var grown = new EnumMap<Count.Kind, List<Double>>(Count.Kind.class);
        try (var connection = RawConnection.to(shop.httpPort(1))) {
            readWarm(connection, popular);
            for (int round = 0; round < ROUNDS; round++) {
                var caused = counters.causedBy(() -> readWarm(connection, popular));
                for (var kind : Count.Kind.values()) {
                    grown.computeIfAbsent(kind, any -> new ArrayList<>()).add(caused.of(kind));
                }
            }
        }
        under10("PostgreSQL's statements (pg_stat_statements)", grown.get(Count.Kind.STATEMENT));
        under10("JGroups' messages", grown.get(Count.Kind.MESSAGE));
        under10("sessions", grown.get(Count.Kind.SESSION));
    }

    private static void readWarm(RawConnection connection, ShopProduct popular) throws IOException {
        var requests = List.of(RawConnection.get(popular.page()), RawConnection.get(popular.json()));
        int hits = 0;
        for (int n = 0; n < REQUESTS; n++) {
            hits += ask(connection, requests.get(n % requests.size())).isHit() ? 1 : 0;
        }
        if (hits < SHARE_IN_MEMORY * REQUESTS) {
            throw new IllegalStateException("Only %d of %d answers were in memory".formatted(hits, REQUESTS));
        }
    }

    private static RawAnswer ask(RawConnection connection, byte[] request) throws IOException {
        var answer = connection.ask(request);
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.head());
        }
        return answer;
    }

    private void under10(String what, List<Double> grown) {
        figures.atMost(
                9.99,
                "%,d warm requests for a product page and its JSON: %s, less those at rest, median of %d rounds"
                        .formatted(REQUESTS, what, ROUNDS),
                Times.of(grown).median(),
                grown.stream()
                        .map(growth -> String.format(Locale.ROOT, "%+.0f", growth))
                        .collect(Collectors.joining(" ")));
    }

    private void cold(Iterator<ShopProduct> unread) throws Exception {
        try (var connection = RawConnection.to(shop.httpPort(1))) {
            readCold(connection, unread, COLD_WARM_UP);
            var caused = counters.causedBy(() -> readCold(connection, unread, COLD));
            var statements = Count.Kind.STATEMENT;
            figures.atMost(
                    4,
                    "a cold product page: statements, mean of %d pages".formatted(COLD),
                    // What happens at rest is never quite the same.
                    Math.round(caused.of(statements) / COLD * 10) / 10.0,
                    "to a tenth; less those at rest");
            System.out.println("cache: what a cold page asks the databases, a page:");
            caused.most(statements, SHOWN, COLD).forEach(System.out::println);
        }
    }

    private static void readCold(RawConnection connection, Iterator<ShopProduct> unread, int pages) throws IOException {
        for (int n = 0; n < pages; n++) {
            ask(connection, RawConnection.get(unread.next().page()));
        }
    }
}
