package org.stoa.data;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.PersistenceUnit;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.stoa.Refusal;

/**
 * Reads for showing: on a replica, or on the primary where no replica answers. What comes from here is never the basis
 * of a write.
 *
 * <p>Isolation: each statement sees what its server had committed when it began; a replica may be behind the primary.
 */
@ApplicationScoped
public class Reads {
    @Inject
    private Databases databases;

    @PersistenceUnit
    private EntityManagerFactory entityManagers;

    /**
     * The result of some queries, all on one connection.
     *
     * @param queries must not write, and may be called again on another server when one fails on the way
     * @throws Refusal unavailable: no server answers
     */
    public <T> T read(Function<StatelessSession, T> queries) {
        return readFrom(databases.forReading(), queries);
    }

    /**
     * The same on the primary, so that it contains everything that was committed before.
     *
     * @throws Refusal unavailable: the primary does not answer
     */
    public <T> T readPrimary(Function<StatelessSession, T> queries) {
        databases.requirePrimary();
        return readFrom(List.of(databases.primary()), queries);
    }

    private <T> T readFrom(List<DatabaseServer> servers, Function<StatelessSession, T> queries) {
        Exception last = null;
        for (var server : servers) {
            try {
                return readFrom(server, queries);
            } catch (SQLException | PersistenceException e) {
                switch (DatabaseFailure.of(e)) {
                    case SERVER_AWAY -> server.failed();
                    case ELSEWHERE -> {}
                    case BUSY, BUG -> throw new IllegalStateException("A read failed on " + server.name(), e);
                }
                last = e;
            }
        }
        throw new Refusal(
                Refusal.Kind.UNAVAILABLE, "The shop can't be read for a moment. Please try again soon.", last);
    }

    private <T> T readFrom(DatabaseServer server, Function<StatelessSession, T> queries) throws SQLException {
        var factory = entityManagers.unwrap(SessionFactory.class);
        try (var connection = server.connect();
                var session =
                        factory.withStatelessOptions().connection(connection).openStatelessSession()) {
            return queries.apply(session);
        }
    }
}
