package org.stoa.ear;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.util.UUID;
import org.stoa.job.JobId;
import org.stoa.job.JobState;
import org.stoa.job.JobType;
import org.stoa.job.JobView;
import org.stoa.job.JobViews;
import org.stoa.job.Jobs;
import org.stoa.job.Submission;

/** Jobs as tests make them and look at them. */
@ApplicationScoped
public class TestJobs {
    @Inject
    private Jobs jobs;

    @Inject
    private JobViews views;

    @PersistenceContext(unitName = "stoa")
    private EntityManager primary;

    @Resource
    private UserTransaction transaction;

    public <P> JobId submit(JobType<P> type, P payload) throws Exception {
        return submit(Submission.of(type, payload));
    }

    public JobId submit(Submission<?> wanted) throws Exception {
        transaction.begin();
        var job = jobs.submit(wanted);
        transaction.commit();
        return job;
    }

    /** Without a bell: state, epoch, lease_until, attempts, checkpoint. */
    public JobId insert(String type, String values) throws Exception {
        var job = new JobId(UUID.randomUUID());
        sql("""
                insert into job (id, type, payload, state, epoch, lease_until, attempts, checkpoint)
                values ('%s', '%s', '"plain"', %s)
                """.formatted(job, type, values));
        return job;
    }

    public int sql(String statement) throws Exception {
        transaction.begin();
        int changed = primary.createNativeQuery(statement).executeUpdate();
        transaction.commit();
        return changed;
    }

    public JobView view(JobId job) {
        return views.find(job).orElseThrow();
    }

    public JobView await(JobId job, JobState state) {
        return Patience.await(() -> view(job), seen -> seen.state() == state);
    }
}
