package org.stoa.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * How long one user waits for the same address: when nobody has asked for it before (cold), when it is made of what the clones have in
 * memory (warm), and when it comes from the page cache (cached).
 */
final class OneUser {
    private static final int WARM_UP = 300;
    private static final int ADDRESSES = 200;

    private final BenchmarkShop shop;
    private final Figures figures;
    private final CloneWithoutCaches other;
    private final Iterator<ShopProduct> unread;
    private final List<Double> cold = new ArrayList<>();
    private final List<Double> warm = new ArrayList<>();
    private final List<Double> cached = new ArrayList<>();
    private RawConnection clone;
    private RawConnection withoutPageCache;

    OneUser(BenchmarkShop shop, Figures figures, CloneWithoutCaches other, Iterator<ShopProduct> unread) {
        this.shop = shop;
        this.figures = figures;
        this.other = other;
        this.unread = unread;
    }

    void measure() throws IOException {
        try (var one = RawConnection.to(shop.httpPort(1));
                var two = RawConnection.to(other.port())) {
            clone = one;
            withoutPageCache = two;
            measure("product page", ShopProduct::page);
            measure("product as JSON", ShopProduct::json);
        }
    }

    private void measure(String what, Function<ShopProduct, String> address) throws IOException {
        for (int n = 0; n < WARM_UP; n++) {
            ask(address.apply(unread.next()));
        }
        List.of(cold, warm, cached).forEach(List::clear);
        for (int n = 0; n < ADDRESSES; n++) {
            ask(address.apply(unread.next()));
        }
        figures.note(
                "%s, one user, %d addresses: cold, warm, cached".formatted(what, ADDRESSES),
                "%s, %s, %s".formatted(text(cold), text(warm), text(cached)));
    }

    private void ask(String path) throws IOException {
        var request = RawConnection.get(path);
        take(clone, request, false, cold);
        take(clone, request, true, cached);
        withoutPageCache.ask(request);
        take(withoutPageCache, request, false, warm);
    }

    private static void take(RawConnection connection, byte[] request, boolean hit, List<Double> times)
            throws IOException {
        long begin = System.nanoTime();
        var answer = connection.ask(request);
        double milliseconds = (System.nanoTime() - begin) / 1e6;
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.head());
        }
        if (answer.isHit() == hit) {
            times.add(milliseconds);
        }
    }

    private static String text(List<Double> times) {
        if (times.size() < ADDRESSES / 2) {
            return "only %d answers of this kind".formatted(times.size());
        }
        var sorted = Times.of(times);
        return String.format(Locale.ROOT, "p50 %.2f ms p95 %.2f ms", sorted.median(), sorted.percentile(95));
    }
}
