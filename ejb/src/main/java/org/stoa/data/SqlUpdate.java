package org.stoa.data;

import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Query;
import org.hibernate.jpa.HibernateHints;

/**
 * SQL that writes, in the caller's transaction on the primary; the only way to it but for the insert of a job, which asks for its
 * id. Hibernate, which does not know what such a statement writes, would empty the second-level caches of all clones after each;
 * the change feed knows.
 */
public final class SqlUpdate {
    /** Stands for the tables that it writes; no entity is in it. */
    private static final String NO_ENTITIES = "none";

    private SqlUpdate() {}

    /**
     * An insert, update or delete, to be given its parameters and executed. What entities have changed so far is written before
     * it, now: once is enough.
     */
    public static Query of(EntityManager primary, String sql) {
        primary.flush();
        return primary.createNativeQuery(sql)
                .setHint(HibernateHints.HINT_NATIVE_SPACES, NO_ENTITIES)
                .setFlushMode(FlushModeType.COMMIT);
    }
}
