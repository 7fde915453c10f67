package org.stoa.web.job;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.stoa.Refusal;
import org.stoa.job.JobId;
import org.stoa.job.JobView;
import org.stoa.job.JobViews;
import org.stoa.member.MemberId;
import org.stoa.web.security.Caller;

/** The jobs that whoever asks may see; what he may see he may cancel. */
@RequestScoped
public class ReadableJobs {
    @Inject
    private Caller caller;

    @Inject
    private JobViews jobs;

    /**
     * The job of that id.
     *
     * @throws Refusal not found: there is none, or it is not for the eyes of who asks; unavailable
     */
    public JobView get(String id) {
        return jobs.find(JobId.fromString(id))
                .filter(this::mayRead)
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "There is no such job."));
    }

    private boolean mayRead(JobView job) {
        return caller.isStaff()
                || job.submitter().isPresent()
                        && job.submitter().equals(caller.memberId().map(MemberId::value));
    }
}
