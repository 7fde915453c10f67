package org.stoa.data;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.PersistenceUnit;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.stoa.Refusal;

/**
 * Reads for showing: on a replica that has what the reader must not be behind, or else on the primary. What comes from here is
 * never the basis of a write.
 *
 * <p>Isolation: each statement sees what its server had committed when it began. Nobody is behind what he wrote himself or what
 * his stamp stands for, and nobody is behind by more than a second; without the primary only the first is kept, and the answer
 * says that it may be old.
 */
@ApplicationScoped
public class Reads {
    @Inject
    private Databases databases;

    @Inject
    private ChangeFeed feed;

    @Inject
    private ReplicaWait wait;

    @Inject
    private ChangeMetrics metrics;

    @PersistenceUnit
    private EntityManagerFactory entityManagers;

    private SessionFactory sessions;

    @PostConstruct
    void start() {
        sessions = entityManagers.unwrap(SessionFactory.class);
    }

    /** What is done on a server, or nothing where the server does not have what is needed. */
    @FunctionalInterface
    private interface Attempt<T> {
        Optional<T> on(DatabaseServer server) throws SQLException;
    }

    /** A result that may be null. */
    private record Result<T>(T value) {}

    /**
     * The result of some queries, all on one connection.
     *
     * @param queries must not write, and may be called again on another server when one fails on the way
     * @throws Refusal unavailable: no server answers that has what the reader wrote
     */
    public <T> T read(Function<StatelessSession, T> queries) {
        return read(Set.of(), queries);
    }

    /**
     * The result of some queries, all on one connection, which depend on nothing but these tags: where none of them has changed, a
     * replica that is behind is as good as any.
     *
     * @param tags at least one, as the triggers of the migrations write them
     * @param queries must not write, and may be called again on another server when one fails on the way
     * @throws Refusal unavailable: no server answers that has what the reader wrote
     */
    public <T> T read(Set<String> tags, Function<StatelessSession, T> queries) {
        var reader = Reader.current();
        if (reader.needsPrimary()) {
            return readPrimary(queries);
        }
        var known = feed.current(reader);
        if (known.isEmpty()) {
            return readDegraded(reader, queries);
        }
        var making = Dependencies.current();
        var needed = making.isPresent()
                ? Freshness.ofKept(known.get(), reader.stamps(), tags)
                : new Freshness(known.get(), reader.stamps(), tags);
        // What has just been written no replica has yet where it is far away; the primary has it, and answered a moment
        // ago.
        var patience = reader.wrote().isPresent() ? Duration.ZERO : ReplicaWait.LONGEST;
        try {
            var result = first(
                    databases.forReading(),
                    server -> server == databases.primary()
                            ? queried(server, queries)
                            : queriedIfFresh(server, needed, patience, queries));
            making.ifPresent(parts -> note(parts, needed));
            return result;
        } catch (Refusal nobody) {
            if (databases.isDegraded()) {
                // The primary went away after the last look.
                return readDegraded(reader, queries);
            }
            throw nobody;
        }
    }

    private static void note(Dependencies parts, Freshness needed) {
        if (needed.tags().isEmpty()) {
            Dependencies.unknown();
        } else {
            parts.add(needed.tags(), needed.now());
        }
    }

    /**
     * The same on the primary, so that it contains everything that was committed before.
     *
     * @throws Refusal unavailable: the primary does not answer
     */
    public <T> T readPrimary(Function<StatelessSession, T> queries) {
        Dependencies.unknown();
        databases.requirePrimary();
        return first(List.of(databases.primary()), server -> queried(server, queries));
    }

    /** Without the primary: from any replica that has what the reader himself has seen. */
    private <T> T readDegraded(Reader reader, Function<StatelessSession, T> queries) {
        Dependencies.unknown();
        if (!reader.degrade()) {
            throw unavailable(null);
        }
        return first(databases.forReading(), server -> {
            // By chance it is there again.
            if (server == databases.primary()) {
                return queried(server, queries);
            }
            try (var connection = server.connect()) {
                return feed.hasSeen(connection, reader.stamps())
                        ? Optional.of(new Result<>(query(connection, queries)))
                        : Optional.empty();
            }
        });
    }

    private <T> Optional<Result<T>> queried(DatabaseServer server, Function<StatelessSession, T> queries)
            throws SQLException {
        try (var connection = server.connect()) {
            return Optional.of(new Result<>(query(connection, queries)));
        }
    }

    private <T> Optional<Result<T>> queriedIfFresh(
            DatabaseServer server, Freshness needed, Duration patience, Function<StatelessSession, T> queries)
            throws SQLException {
        if (!wait.isWorthIt(server, needed)) {
            return Optional.empty();
        }
        try (var connection = server.connect()) {
            return wait.until(server, connection, needed, patience)
                    ? Optional.of(new Result<>(query(connection, queries)))
                    : Optional.empty();
        }
    }

    private <T> T query(Connection connection, Function<StatelessSession, T> queries) {
        try (var session =
                sessions.withStatelessOptions().connection(connection).openStatelessSession()) {
            return queries.apply(session);
        }
    }

    /** What the first server gives that has it. */
    private <T> T first(List<DatabaseServer> servers, Attempt<Result<T>> attempt) {
        Exception last = null;
        for (var server : servers) {
            try {
                var result = attempt.on(server);
                if (result.isPresent()) {
                    metrics.read(server != databases.primary());
                    return result.get().value();
                }
            } catch (SQLException | PersistenceException e) {
                switch (DatabaseFailure.of(e)) {
                    case SERVER_AWAY -> server.failed();
                    case ELSEWHERE -> {}
                    case BUSY, BUG -> throw new IllegalStateException("A read failed on " + server.name(), e);
                }
                last = e;
            }
        }
        throw unavailable(last);
    }

    private static Refusal unavailable(Exception cause) {
        return new Refusal(
                Refusal.Kind.UNAVAILABLE, "The shop can't be read for a moment. Please try again soon.", cause);
    }
}
