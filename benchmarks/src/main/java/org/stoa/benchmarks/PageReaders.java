package org.stoa.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Visitors who read one page after the other, each by a connection of his own to one of the clones. */
final class PageReaders implements AutoCloseable {
    private static final int LIMIT_SECONDS = 60;

    /** Of ten requests, so many go there. */
    private static final Map<ReadAddress.Kind, Integer> SHARES = Map.of(
            ReadAddress.Kind.HOME, 1,
            ReadAddress.Kind.CATEGORY, 1,
            ReadAddress.Kind.PRODUCT_PAGE, 6,
            ReadAddress.Kind.PRODUCT_JSON, 2);

    private final Map<ReadAddress.Kind, List<ReadAddress>> addresses = new EnumMap<>(ReadAddress.Kind.class);
    private final List<ReadAddress.Kind> drawn = new ArrayList<>();
    private final List<Future<?>> reading = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final int pauseMillis;
    private volatile boolean over;

    /**
     * @param pauseMillis between an answer and the next request
     */
    PageReaders(List<ReadAddress> all, int pauseMillis) {
        this.pauseMillis = pauseMillis;
        all.forEach(address -> addresses
                .computeIfAbsent(address.kind(), any -> new ArrayList<>())
                .add(address));
        addresses.keySet().forEach(kind -> {
            for (int n = 0; n < SHARES.get(kind); n++) {
                drawn.add(kind);
            }
        });
    }

    /** So many begin to read. */
    void begin(int number, List<Integer> ports) {
        for (int n = 0; n < number; n++) {
            int port = ports.get(n % ports.size());
            var random = new Random(n);
            reading.add(threads.submit(() -> {
                read(port, random);
                return null;
            }));
        }
    }

    private void read(int port, Random random) throws IOException, InterruptedException {
        try (var connection = RawConnection.to(port)) {
            while (!over) {
                var of = addresses.get(drawn.get(random.nextInt(drawn.size())));
                var address = of.get(random.nextInt(of.size()));
                long asked = System.nanoTime();
                var answer = connection.ask(address.request());
                if (answer.status() != 200) {
                    throw new IllegalStateException(answer.head());
                }
                address.read(asked, answer);
                TimeUnit.MILLISECONDS.sleep(pauseMillis);
            }
        }
    }

    /** They stop; fails if one of them has failed. */
    @Override
    public void close() {
        over = true;
        threads.shutdown();
        try {
            for (var reader : reading) {
                reader.get(LIMIT_SECONDS, TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("A reader failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            threads.shutdownNow();
        }
    }
}
