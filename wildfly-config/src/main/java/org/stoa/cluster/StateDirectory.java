package org.stoa.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.stoa.cluster.process.FileTree;
import org.stoa.cluster.process.LaunchFailure;
import org.stoa.cluster.process.MarkedProcess;

/**
 * Where a cluster keeps all it has: a directory for each member, secrets, how it was started last.
 *
 * @param path absolute and without symbolic links, for it marks the processes
 */
record StateDirectory(Path path) {

    static StateDirectory of(Path path) {
        try {
            var absolute = path.toAbsolutePath().normalize();
            var parent = absolute.getParent();
            // The directory itself may not exist yet; what doesn't change anything shouldn't make it either.
            var real = Files.exists(absolute)
                    ? absolute.toRealPath()
                    : parent != null && Files.exists(parent)
                            ? parent.toRealPath().resolve(absolute.getFileName())
                            : absolute;
            return new StateDirectory(real);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void create() {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path of(MemberName name) {
        return path.resolve(name.toString());
    }

    MarkedProcess process(MemberName name) {
        return new MarkedProcess(name.toString(), of(name));
    }

    /** Every member that may ever have been started here, in starting order. */
    List<MemberName> everyName() {
        var names = new ArrayList<>(List.of(MemberName.PRIMARY, MemberName.BALANCER, MemberName.MAIL));
        for (var replica = 1; replica <= ClusterOptions.MOST_REPLICAS; replica++) {
            names.add(MemberName.replica(replica));
        }
        for (var node = 1; node <= ClusterOptions.MOST_NODES; node++) {
            names.add(MemberName.node(node));
        }
        names.sort(Comparator.comparing(MemberName::kind).thenComparing(MemberName::number));
        return names;
    }

    /** The members that run, frozen or not, in starting order. */
    List<MarkedProcess> running() {
        return everyName().stream()
                .map(this::process)
                .filter(MarkedProcess::alive)
                .toList();
    }

    SavedCluster saved() {
        return SavedCluster.read(path.resolve("cluster.properties")).orElse(SavedCluster.DEFAULT);
    }

    void save(SavedCluster cluster) {
        cluster.write(path.resolve("cluster.properties"));
    }

    void wipeDatabases() {
        everyName().stream()
                .filter(name -> name.kind() == MemberName.Kind.PRIMARY || name.kind() == MemberName.Kind.REPLICA)
                .forEach(name -> FileTree.delete(of(name)));
    }

    /**
     * Draws the secrets that aren't there yet.
     *
     * @throws LaunchFailure if there is a database, but not its password
     */
    void drawSecrets() {
        if (Files.exists(of(MemberName.PRIMARY).resolve("data"))
                && !databasePassword().exists()) {
            throw new LaunchFailure("the password of the database is lost ("
                    + databasePassword().file() + "): begin anew with ./stoa up --fresh");
        }
        databasePassword().value();
        clusterPassword().value();
        staffToken().value();
    }

    Secret databasePassword() {
        return new Secret(path.resolve("database-password"));
    }

    Secret staffToken() {
        return new Secret(path.resolve("staff-token"));
    }

    Secret clusterPassword() {
        return new Secret(path.resolve("cluster-password"));
    }

    Path lock() {
        return path.resolve("lock");
    }
}
