package org.stoa.data;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.stoa.Refusal;

/** The primary and the replicas as this clone sees them. */
@Named
@ApplicationScoped
public class Databases {
    /** The most replicas that a clone is configured for. */
    public static final int MOST_REPLICAS = 3;

    private static final String REPLICA = "java:jboss/datasources/StoaReplica";

    @Resource(lookup = "java:jboss/datasources/StoaPrimaryReads")
    private DataSource primaryConnections;

    private final AtomicInteger turns = new AtomicInteger();
    private DatabaseServer primary;
    private List<DatabaseServer> replicas;

    /** For CDI, which looks the pools up. */
    public Databases() {}

    Databases(DatabaseServer primary, List<DatabaseServer> replicas) {
        this.primary = primary;
        this.replicas = List.copyOf(replicas);
    }

    @PostConstruct
    void find() {
        primary = new DatabaseServer("primary", primaryConnections);
        var found = new ArrayList<DatabaseServer>();
        for (int n = 1; n <= MOST_REPLICAS; n++) {
            int number = n;
            lookUp(REPLICA + n).ifPresent(pool -> found.add(new DatabaseServer("replica-" + number, pool)));
        }
        replicas = List.copyOf(found);
    }

    /** Whether the primary is away: the shop can be read, but nothing in the database can be changed. */
    public boolean isDegraded() {
        return !primary.isUp();
    }

    /** Whether what this thread shows may be old, because the primary is away or was when it was asked for. */
    public boolean isShownDegraded() {
        boolean degraded = isDegraded() || Reader.current().isDegraded();
        if (degraded) {
            // Who says so must not be heard later.
            Dependencies.unknown();
        }
        return degraded;
    }

    /** Refuses at once what would have to wait for a primary that is away. */
    public void requirePrimary() {
        if (isDegraded()) {
            throw new Refusal(Refusal.Kind.UNAVAILABLE, "Nothing can be changed for a moment. Please try again soon.");
        }
    }

    /** Whether any server answers, so that the shop can at least be read. */
    public boolean isReadable() {
        boolean readable = all().stream().anyMatch(DatabaseServer::isUp);
        if (!readable) {
            Dependencies.unknown();
        }
        return readable;
    }

    /** All servers, the primary first. */
    List<DatabaseServer> all() {
        return Stream.concat(Stream.of(primary), replicas.stream()).toList();
    }

    /**
     * Where to read, the best first: replicas that are up in turn, then the primary. Where none seems to be up, one of all
     * in turn: the guess may be wrong, and to try them all would take too long where it is right.
     */
    List<DatabaseServer> forReading() {
        int turn = Math.floorMod(turns.getAndIncrement(), Math.max(1, replicas.size()));
        var replicasInTurn =
                Stream.concat(replicas.stream().skip(turn), replicas.stream().limit(turn));
        var up = Stream.concat(replicasInTurn, Stream.of(primary))
                .filter(DatabaseServer::isUp)
                .toList();
        return up.isEmpty() ? List.of(all().get(Math.floorMod(turns.get(), all().size()))) : up;
    }

    /** The primary alone. */
    DatabaseServer primary() {
        return primary;
    }

    private static Optional<DataSource> lookUp(String name) {
        try {
            return Optional.of(InitialContext.doLookup(name));
        } catch (NameNotFoundException e) {
            return Optional.empty();
        } catch (NamingException e) {
            throw new IllegalStateException("Can't look up " + name, e);
        }
    }
}
