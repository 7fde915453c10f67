package org.stoa.trial;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Queue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.SQLException;
import java.util.UUID;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.stoa.data.SqlUpdate;
import org.stoa.job.JobBell;
import org.stoa.job.JobId;
import org.stoa.job.JobQueue;
import org.stoa.job.Jobs;
import org.stoa.job.Submission;
import org.stoa.trial.NoteWork.Note;

/** The transactions that are measured, each as a service of the shop has it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class TrialTransactions {
    private static final Note NOTE = new Note("as long as a payload is");

    @PersistenceContext(unitName = "stoa")
    private EntityManager primary;

    @Inject
    private Jobs jobs;

    @Resource(lookup = "java:/JmsXA")
    private ConnectionFactory messages;

    @Resource(lookup = JobBell.MAIL)
    private Queue mail;

    /** The insert of a job, in the transaction of its step. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void note(JobId job, Note note) {
        SqlUpdate.of(primary, "insert into trial_note (job, text) values (:job, :text)")
                .setParameter("job", job.value())
                .setParameter("text", note.text())
                .executeUpdate();
    }

    /** An insert and nothing else. */
    public void note() {
        note(new JobId(UUID.randomUUID()), NOTE);
    }

    /** The same insert, twice. */
    public void notes() {
        note();
        note();
    }

    /** The same insert, and a job. */
    public void noteAndJob(JobQueue queue) {
        note();
        job(queue);
    }

    /** A change of a product, which is followed. */
    public void sale(long product) {
        SqlUpdate.of(primary, "update product set stock = 1000 + (stock + 1) % 1000 where id = :id")
                .setParameter("id", product)
                .executeUpdate();
    }

    /** The same change, and a job. */
    public void saleAndJob(long product, JobQueue queue) {
        sale(product);
        job(queue);
    }

    /** A job and nothing else. */
    public void job(JobQueue queue) {
        jobs.submit(Submission.of(NoteWork.TYPE, NOTE).in(queue));
    }

    /**
     * The same insert, the row of a job and a message, in one distributed transaction of database and broker. Without a look
     * after the commit.
     */
    public void noteAndMessage(JobQueue queue) throws SQLException, NamingException {
        DataSource connections = InitialContext.doLookup("java:jboss/datasources/TrialXa");
        try (var connection = connections.getConnection();
                var note = connection.prepareStatement("insert into trial_note (job, text) values (?, ?)");
                var job = connection.prepareStatement(
                        "insert into job (type, payload, queue) values (?, cast(? as jsonb), ?)")) {
            note.setObject(1, UUID.randomUUID());
            note.setString(2, NOTE.text());
            note.executeUpdate();
            job.setString(1, NoteWork.TYPE.name());
            job.setString(2, "{\"text\": \"" + NOTE.text() + "\"}");
            job.setString(3, queue.key());
            job.executeUpdate();
        }
        try (var context = messages.createContext()) {
            context.createProducer().send(mail, "");
        }
    }
}
