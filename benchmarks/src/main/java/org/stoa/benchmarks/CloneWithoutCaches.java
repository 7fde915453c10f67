package org.stoa.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One more clone of the shop, which makes each page and each JSON anew when it is asked: of the objects that it keeps, or with
 * nothing kept, out of the database.
 *
 * @param shop that it belongs to
 */
record CloneWithoutCaches(BenchmarkShop shop) implements AutoCloseable {
    private static final int NUMBER = 3;
    private static final String NAME = "node-" + NUMBER;
    private static final int LIMIT_SECONDS = 300;
    private static final Map<String, String> NO_PAGES = Map.of("STOA_PAGE_CACHE", "off");
    private static final Map<String, String> NOTHING = Map.of("STOA_PAGE_CACHE", "off", "STOA_CACHES", "off");

    /** Starts one that keeps objects and what queries found, but no answers. */
    static CloneWithoutCaches keepingNoPages(BenchmarkShop shop) throws IOException, InterruptedException {
        return start(shop, NO_PAGES);
    }

    /** Starts one that keeps nothing. */
    static CloneWithoutCaches keepingNothing(BenchmarkShop shop) throws IOException, InterruptedException {
        return start(shop, NOTHING);
    }

    /** Through the launcher as a program: the environment belongs to a process. */
    private static CloneWithoutCaches start(BenchmarkShop shop, Map<String, String> settings)
            throws IOException, InterruptedException {
        var log = BenchmarkShop.directory().resolve("without-caches.log");
        var launcher = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-Dstoa.root=" + System.getProperty("stoa.root"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.stoa.cluster.StoaCommand",
                        "--state",
                        BenchmarkShop.directory().toString(),
                        "start",
                        NAME)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        launcher.environment().putAll(settings);
        var process = launcher.start();
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(NAME + " did not start, see " + log);
            }
        } finally {
            process.destroyForcibly();
        }
        return new CloneWithoutCaches(shop);
    }

    /** Its HTTP port. */
    int port() {
        return shop.httpPort(NUMBER);
    }

    /** Ends it in good order, so that the balancer and the other clones know. */
    @Override
    public void close() {
        shop.running().stop(NAME);
    }
}
