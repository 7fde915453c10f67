package org.stoa.ear;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.stoa.cluster.Cluster;
import org.stoa.cluster.ClusterOptions;
import org.stoa.cluster.Installation;

/** A primary and a replica for all tests of this module, from the first test to the last. */
public class TestDatabases implements LauncherSessionListener {
    private static final int PORT = 18080;

    private Cluster databases;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        // Unit tests of this module run without databases.
        var state = System.getProperty("stoa.state");
        if (state == null) {
            return;
        }
        makeDeployments(Path.of(System.getProperty("stoa.nodes")));
        databases = new Cluster(Installation.of(Path.of(System.getProperty("stoa.root"))), Path.of(state));
        databases.down();
        Runtime.getRuntime().addShutdownHook(new Thread(databases::close));
        usePassword(Path.of(state), System.getenv("STOA_DB_PASSWORD"));
        databases.upDatabases(new ClusterOptions(2, 1, PORT, true, true), System.out::println);
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (databases != null) {
            databases.close();
        }
    }

    /** Tests deploy over the management port, but a clone looks into its folder when it starts. */
    private static void makeDeployments(Path nodes) {
        try {
            Files.createDirectories(nodes.resolve("node-1/deployments"));
            Files.createDirectories(nodes.resolve("node-2/deployments"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The clones have their password from the environment, which can't be changed from here. */
    private static void usePassword(Path state, String password) {
        try {
            Files.createDirectories(state);
            Files.writeString(state.resolve("database-password"), password + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
