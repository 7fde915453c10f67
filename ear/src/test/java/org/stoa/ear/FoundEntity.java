package org.stoa.ear;

import static org.stoa.ear.Patience.await;

import jakarta.persistence.EntityManager;
import jakarta.transaction.UserTransaction;
import java.io.Serial;
import org.hibernate.BaseSessionEventListener;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/**
 * An entity as it was found by its natural id in a transaction of its own.
 *
 * @param entity null if there is none
 * @param statements how many were sent to find it; none if it was kept
 */
record FoundEntity(Object entity, long statements, SessionFactoryImplementor entities) {
    /** By its slug. */
    static final String CATEGORY = "org.stoa.catalogue.Category";

    /** By his address. */
    static final String MEMBER = "org.stoa.member.Member";

    /** Finds one. */
    static FoundEntity find(EntityManager primary, UserTransaction transaction, String entity, String naturalId)
            throws Exception {
        return find(primary, transaction, entity, naturalId, () -> {});
    }

    /** Finds one, and does something after its row has been read, before it can be kept. */
    static FoundEntity find(
            EntityManager primary, UserTransaction transaction, String entity, String naturalId, Runnable meanwhile)
            throws Exception {
        transaction.begin();
        try {
            var statements = new Statements(meanwhile);
            var session = primary.unwrap(Session.class);
            session.addEventListeners(statements);
            var found = session.bySimpleNaturalId(entity).load(naturalId);
            return new FoundEntity(
                    found,
                    statements.executed,
                    primary.getEntityManagerFactory().unwrap(SessionFactoryImplementor.class));
        } finally {
            transaction.commit();
        }
    }

    /** Finds one until that takes no statement. */
    static FoundEntity kept(EntityManager primary, UserTransaction transaction, String entity, String naturalId) {
        return await(
                () -> find(primary, transaction, entity, naturalId),
                found -> found.entity != null && found.statements == 0);
    }

    /** Its primary key. */
    Object id() {
        return entities.getPersistenceUnitUtil().getIdentifier(entity);
    }

    /** What it says of itself. */
    Object value(String property) {
        var name = entity.getClass().getName();
        return entities.getMappingMetamodel().getEntityDescriptor(name).getPropertyValue(entity, property);
    }

    /** Counts the statements of a session. */
    private static final class Statements extends BaseSessionEventListener {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Runnable meanwhile;
        private long executed;

        private Statements(Runnable meanwhile) {
            this.meanwhile = meanwhile;
        }

        @Override
        public void jdbcExecuteStatementEnd() {
            executed++;
            meanwhile.run();
        }
    }
}
