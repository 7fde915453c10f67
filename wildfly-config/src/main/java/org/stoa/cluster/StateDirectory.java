package org.stoa.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.stoa.cluster.process.FileTree;
import org.stoa.cluster.process.LaunchFailure;
import org.stoa.cluster.process.MarkedProcess;
import org.stoa.cluster.process.ProcessTable;

/**
 * Where a cluster keeps all it has: a directory for each member, secrets, how it was started last.
 *
 * @param path absolute and without symbolic links, for it marks the processes
 */
record StateDirectory(Path path) {

    static StateDirectory of(Path path) {
        try {
            var absolute = path.toAbsolutePath().normalize();
            // The directory itself may not exist yet, and what doesn't change anything shouldn't make it either; but
            // its name must be the same before and after.
            var existing = absolute;
            while (!Files.exists(existing)) {
                existing = existing.getParent();
            }
            return new StateDirectory(
                    existing.toRealPath().resolve(existing.relativize(absolute)).normalize());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes it if need be, and then for its owner only; one that is there keeps the permissions it was given. */
    void create() {
        try {
            Files.createDirectories(path.getParent());
            Files.createDirectories(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
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
        return running(EnumSet.allOf(MemberName.Kind.class));
    }

    /** The members of some kinds that run, frozen or not, in starting order. */
    List<MarkedProcess> running(Set<MemberName.Kind> kinds) {
        var table = ProcessTable.read();
        return everyName().stream()
                .filter(name -> kinds.contains(name.kind()))
                .map(this::process)
                .filter(process -> process.alive(table))
                .toList();
    }

    SavedCluster saved() {
        return SavedCluster.read(path.resolve("cluster.properties")).orElse(SavedCluster.DEFAULT);
    }

    void save(SavedCluster cluster) {
        cluster.write(path.resolve("cluster.properties"));
    }

    void wipeDatabases() {
        promotion().remove();
        everyName().stream()
                .filter(name -> name.kind() == MemberName.Kind.PRIMARY || name.kind() == MemberName.Kind.REPLICA)
                .map(this::of)
                .forEach(directory -> {
                    FileTree.discard(directory.resolve("data"));
                    FileTree.delete(directory);
                });
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
        staffPassword().password().value();
    }

    Secret databasePassword() {
        return new Secret(path.resolve("database-password"));
    }

    Secret staffToken() {
        return new Secret(path.resolve("staff-token"));
    }

    StaffPassword staffPassword() {
        return new StaffPassword(new Secret(path.resolve("staff-password")), staffToken());
    }

    Secret clusterPassword() {
        return new Secret(path.resolve("cluster-password"));
    }

    /** What connects a clone with the others. */
    CloneLink link(MemberName node) {
        return new CloneLink(node, saved().options().ports(), path.resolve("cut"), CloneLink.programOfEnvironment());
    }

    /** Heals every clone that is cut off. */
    void healAll() {
        everyName().stream()
                .filter(name -> name.kind() == MemberName.Kind.NODE)
                .map(this::link)
                .filter(CloneLink::isCut)
                .forEach(CloneLink::heal);
    }

    PromotionRecord promotion() {
        return new PromotionRecord(path.resolve("promotion"));
    }

    Path lock() {
        return path.resolve("lock");
    }
}
