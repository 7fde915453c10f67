package org.stoa.web.job;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import org.omnifaces.cdi.Param;
import org.stoa.job.JobView;
import org.stoa.web.site.Texts;

/** One job: how far it is, and what came of it. */
@Named
@RequestScoped
public class JobPage {
    @Inject
    private ReadableJobs jobs;

    @Inject
    @Param(name = "job")
    private String id;

    private JobView job;

    /** Reads what the page shows; throws a Refusal: no such job. */
    public void load() {
        job = jobs.get(id);
    }

    /** The job. */
    public JobView getJob() {
        return job;
    }

    /** What it does, in words. */
    public String getTitle() {
        return Texts.find("job.type." + job.type()).orElse(job.type());
    }

    /** Its state as programs name it. */
    public String getState() {
        return job.state().name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is still to be done or being done, so that it is worth looking again. */
    public boolean isUnfinished() {
        return job.finishedAt().isEmpty();
    }

    /** Whether it is known how much there is to do. */
    public boolean isMeasured() {
        return job.progress().total() > 0;
    }

    /** What it ended with, none before it is done. */
    public List<ResultRow> getResult() {
        return job.result().map(ResultRow::of).orElse(List.of());
    }
}
