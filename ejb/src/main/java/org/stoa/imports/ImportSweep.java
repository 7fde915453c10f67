package org.stoa.imports;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.stoa.data.DatabaseFailure;
import org.stoa.data.Databases;
import org.stoa.job.JobId;
import org.stoa.job.JobViews;

/** Every minute, on every clone, removes the pieces of files whose import has ended, and what is old. */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportSweep {
    private static final Logger LOG = Logger.getLogger(ImportSweep.class.getName());
    private static final int SECONDS = 60;

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private Databases databases;

    @Inject
    private ImportCleaning cleaning;

    @Inject
    private JobViews jobs;

    @PostConstruct
    void start() {
        executor.scheduleWithFixedDelay(this::sweep, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private void sweep() {
        if (databases.isDegraded()) {
            return;
        }
        try {
            cleaning.removeOld();
            cleaning.kept().stream().filter(kept -> hasEnded(kept.job())).forEach(kept -> cleaning.empty(kept.file()));
        } catch (RuntimeException e) {
            // What failed now is swept the next time; only what is a bug is told.
            if (DatabaseFailure.asRefusal(e).isEmpty()) {
                LOG.log(Level.WARNING, "Files that were imported could not be removed; this is tried again.", e);
            }
        }
    }

    private boolean hasEnded(JobId id) {
        return jobs.find(id)
                .map(job -> switch (job.state()) {
                    case READY, RUNNING -> false;
                    case DONE, DEAD, CANCELLED -> true;
                })
                .orElse(true);
    }
}
