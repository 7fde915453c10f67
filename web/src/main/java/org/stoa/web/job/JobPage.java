package org.stoa.web.job;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import org.omnifaces.cdi.Param;
import org.stoa.job.Attempt;
import org.stoa.job.JobLine;
import org.stoa.job.JobView;
import org.stoa.job.JobViews;
import org.stoa.web.security.Caller;
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

    @Inject
    private JobViews views;

    @Inject
    private Caller caller;

    private JobView job;
    private List<String> attempts = List.of();
    private List<JobLine> lines = List.of();

    /** Reads what the page shows; throws a Refusal: no such job. */
    public void load() {
        job = jobs.get(id);
        lines = views.lines(job.id());
        if (caller.isStaff()) {
            attempts = views.attempts(job.id()).stream().map(JobPage::words).toList();
        }
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
        return job.state().key();
    }

    /** Whether it is still to be done or being done, so that it is worth looking again. */
    public boolean isUnfinished() {
        return job.finishedAt().isEmpty();
    }

    /** Whether it is known how much there is to do. */
    public boolean isMeasured() {
        return job.progress().total() > 0;
    }

    /** What it told of its work, the oldest first. */
    public List<String> getLines() {
        return lines.stream()
                .map(line -> JobRow.clock(line.at()) + " " + line.text())
                .toList();
    }

    /** The number of the last of its lines, 0 where there is none. */
    public long getLastLine() {
        return lines.isEmpty() ? 0 : lines.get(lines.size() - 1).number();
    }

    /** What became of its attempts; none for whoever is no member of the staff. */
    public List<String> getAttempts() {
        return attempts;
    }

    private static String words(Attempt attempt) {
        var outcome = Texts.get("job.outcome." + attempt.outcome().name().toLowerCase(Locale.ROOT));
        return MessageFormat.format(
                Texts.get("job.attempt"),
                attempt.node(),
                JobRow.time(attempt.beganAt()),
                attempt.error().map(error -> outcome + ". " + error).orElse(outcome));
    }

    /** What it ended with, none before it is done. */
    public List<ResultRow> getResult() {
        return job.result().map(ResultRow::of).orElse(List.of());
    }
}
