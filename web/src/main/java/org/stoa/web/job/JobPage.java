package org.stoa.web.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.omnifaces.cdi.Param;
import org.stoa.job.JobDetails;
import org.stoa.job.JobLine;
import org.stoa.job.JobState;
import org.stoa.job.JobView;
import org.stoa.job.JobViews;
import org.stoa.member.MemberId;
import org.stoa.member.MemberView;
import org.stoa.member.MemberViews;
import org.stoa.web.security.Caller;
import org.stoa.web.site.Texts;

/** One job: how far it is, and what came of it; for staff, all that is known of it. */
@Named
@RequestScoped
public class JobPage {
    private static final Set<String> NOTICES = Set.of("job-retried", "job-cancelled", "job-not-changed");
    private static final JsonMapper JSON = new JsonMapper();

    @Inject
    private ReadableJobs jobs;

    @Inject
    @Param(name = "job")
    private String id;

    @Inject
    @Param(name = "notice")
    private String told;

    @Inject
    @Param(name = "asked")
    private String asked;

    @Inject
    private JobViews views;

    @Inject
    private MemberViews members;

    @Inject
    private Caller caller;

    private JobView job;
    private Optional<JobDetails> details = Optional.empty();
    private List<JobFact> facts;
    private List<AttemptRow> attempts = List.of();
    private List<JobLine> lines = List.of();

    /** Reads what the page shows; throws a Refusal: no such job. */
    public void load() {
        job = jobs.get(id);
        lines = views.lines(job.id());
        if (caller.isStaff()) {
            details = views.details(job.id());
            attempts = views.attempts(job.id()).stream().map(AttemptRow::of).toList();
        }
        facts = details.map(known -> JobFacts.forStaff(job, known, submitter()))
                .orElseGet(() -> JobFacts.forSubmitter(job));
    }

    private String submitter() {
        return job.submitter()
                .map(member -> MessageFormat.format(
                        Texts.get("job.submitter"),
                        members.find(new MemberId(member)).map(MemberView::name).orElse("–"),
                        String.valueOf(member)))
                .orElse(Texts.get("job.submitter.shop"));
    }

    /** The job. */
    public JobView getJob() {
        return job;
    }

    /** What it does, in words. */
    public String getTitle() {
        return JobRow.title(job.type());
    }

    /** Its state in a word. */
    public String getStateText() {
        return Texts.get((isForStaff() ? "jobs.state." : "ownJobs.state.") + getState());
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
    public List<JobLine> getLines() {
        return lines;
    }

    /** The number of the last of its lines, 0 where there is none. */
    public long getLastLine() {
        return lines.isEmpty() ? 0 : lines.get(lines.size() - 1).number();
    }

    /** Whether it is for whoever looks to have it tried again. */
    public boolean isRetriable() {
        return caller.isStaff() && job.state() == JobState.DEAD && job.isOpen();
    }

    /** Whether it can be taken back. */
    public boolean isCancellable() {
        return job.isOpen();
    }

    /** Whether somebody wants to take it back, and is asked whether he is sure. */
    public boolean isAsked() {
        return "cancel".equals(asked);
    }

    /** How it stands, for the script that follows it: what changes it makes old what is shown. */
    public String getStand() {
        return getState() + " " + job.attempts() + " " + job.error().orElse("");
    }

    /** What is known of it. */
    public List<JobFact> getFacts() {
        return facts;
    }

    /** Whether all that is known of it is shown. */
    public boolean isForStaff() {
        return details.isPresent();
    }

    /** What it was told, as JSON of some lines; null for whoever is no member of the staff. */
    public String getArguments() {
        return details.map(known -> pretty(known.arguments())).orElse(null);
    }

    private static String pretty(String json) {
        try {
            return JSON.readTree(json).toPrettyString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database keeps JSON that is none", e);
        }
    }

    /** What became of its attempts; none for whoever is no member of the staff. */
    public List<AttemptRow> getAttempts() {
        return attempts;
    }

    /** What it ended with, none before it is done. */
    public List<ResultRow> getResult() {
        return job.result().map(ResultRow::of).orElse(List.of());
    }

    /** The key of what there is to tell, or null. */
    public String getNotice() {
        return Optional.ofNullable(told)
                .filter(NOTICES::contains)
                .map(known -> "notice." + known)
                .orElse(null);
    }
}
