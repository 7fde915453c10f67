package org.stoa.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * One more clone of the shop, which makes each page and each JSON anew when it is asked.
 *
 * @param shop that it belongs to
 */
record CloneWithoutPageCache(BenchmarkShop shop) implements AutoCloseable {
    private static final int NUMBER = 3;
    private static final String NAME = "node-" + NUMBER;
    private static final int LIMIT_SECONDS = 300;

    /** Starts it, through the launcher as a program: the environment belongs to a process. */
    static CloneWithoutPageCache start(BenchmarkShop shop) throws IOException, InterruptedException {
        var log = BenchmarkShop.directory().resolve("without-page-cache.log");
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
        launcher.environment().put("STOA_PAGE_CACHE", "off");
        var process = launcher.start();
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(NAME + " did not start, see " + log);
            }
        } finally {
            process.destroyForcibly();
        }
        return new CloneWithoutPageCache(shop);
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
