package org.stoa.system;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.stoa.benchmarks.EarWithWorks;
import org.stoa.cluster.Cluster;
import org.stoa.cluster.ClusterOptions;
import org.stoa.cluster.ClusterStatus.CloneStatus;
import org.stoa.cluster.Installation;
import org.stoa.system.jobs.work.TaskWork;

/**
 * Two clones, a primary and a replica behind a balancer with the demo shop in it, for all tests; started with the first of
 * them and taken down after the last. A test that breaks something heals it again; what one that failed has left broken is
 * mended before the next class, which begins when the clones share sessions, so that only what is wrong fails.
 */
public class RunningShop implements BeforeAllCallback, ParameterResolver {
    /**
     * Away from the ports of a cluster that somebody may have running, and below those that Linux gives to clients (32768 and
     * above), the database's included.
     */
    static final int PORT = 22080;

    private static final Namespace NAMESPACE = Namespace.create(RunningShop.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        var shop = shop(context);
        new Mending(shop.cluster(), System.out::println).run();
        // Clones that a freeze or a cut has parted find each other again some seconds after it.
        var clones = shop.cluster().status().clones();
        for (var clone : clones) {
            Shop.await("all keep a session that " + clone.name() + " begins", () -> isKept(shop, clone, clones));
        }
    }

    private static boolean isKept(Shop shop, CloneStatus clone, List<CloneStatus> all) {
        var visitor = shop.visitor();
        visitor.at(clone.url()).json("POST", "/api/v1/cart/items", "{\"sku\": \"BOOK-0007\", \"quantity\": 1}");
        return all.stream()
                .allMatch(other -> visitor.at(other.url())
                                .get("/api/v1/cart")
                                .json()
                                .path("lines")
                                .size()
                        == 1);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Shop.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return shop(context);
    }

    private static Shop shop(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Running.class, key -> new Running(), Running.class)
                .shop;
    }

    /** Closed by JUnit after the last test. */
    private static final class Running implements AutoCloseable {
        private final Cluster cluster;
        private final Shop shop;

        Running() {
            var state = Path.of(System.getProperty("stoa.state"));
            // What is shipped, and beside its workers a few that do nothing before JobsCheckIT asks them to.
            var installation = EarWithWorks.of(
                    Installation.of(Path.of(System.getProperty("stoa.root"))),
                    state.resolveSibling("cluster-ear"),
                    TaskWork.class);
            cluster = new Cluster(installation, state);
            shop = new Shop(cluster);
            // Also what a run that was killed has left behind, and when this one is.
            cluster.down();
            Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
            cluster.up(new ClusterOptions(2, 1, PORT, true, true), System.out::println);
        }

        @Override
        public void close() {
            cluster.close();
        }
    }
}
