package org.stoa.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import org.stoa.data.PrimaryStatements;

/**
 * Where clones say that they are there, and what they can do: for those who look, and so that what one of them knows is not given
 * up. Each method is one statement.
 */
@ApplicationScoped
class CloneRows {
    /** One that has been silent for so long is forgotten. */
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final String clone = System.getProperty("jboss.node.name", "clone");

    @Inject
    private PrimaryStatements primary;

    /**
     * This one is there.
     *
     * @param known the newest versions of payloads that it knows, by type, JSON
     */
    void beat(String known) throws SQLException {
        primary.update("""
                insert into job_clone (name, known) values (?, cast(? as jsonb))
                    on conflict (name) do update set seen_at = clock_timestamp(), known = excluded.known
                """, (connection, update) -> {
            update.setString(1, clone);
            update.setString(2, known);
        });
    }

    /** Those that have not been there for long are forgotten. */
    void forget() throws SQLException {
        primary.update(
                "delete from job_clone where seen_at < statement_timestamp() - ? * interval '1 ms'",
                (connection, update) -> update.setLong(1, FORGOTTEN.toMillis()));
    }
}
