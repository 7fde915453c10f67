package org.stoa.web.job;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.omnifaces.cdi.Param;
import org.stoa.job.JobPageView;
import org.stoa.job.JobQueue;
import org.stoa.job.JobState;
import org.stoa.job.JobViews;

/** Where staff look through all jobs, and have some tried again or taken back. */
@Named
@RequestScoped
public class StaffJobsPage {
    static final String ADDRESS = "/staff/jobs";

    private static final int PER_PAGE = 25;
    private static final Set<String> NOTICES = Set.of("jobs-changed", "jobs-not-changed");

    @Inject
    private JobViews jobs;

    @Inject
    @Param
    private String state;

    @Inject
    @Param
    private String queue;

    @Inject
    @Param
    private String type;

    @Inject
    @Param
    private String error;

    @Inject
    @Param
    private String cursor;

    @Inject
    @Param(name = "notice")
    private String told;

    private JobPageView page;

    /** Reads what the page shows; throws a Refusal: malformed parameters. */
    public void load() {
        page = jobs.list(filter().query(PER_PAGE));
    }

    private JobFilter filter() {
        return new JobFilter(state, queue, type, error, cursor);
    }

    /** The jobs, the youngest first, perhaps none. */
    public List<JobRow> getRows() {
        return page.items().stream().map(JobRow::of).toList();
    }

    /** The names of all states. */
    public List<String> getStates() {
        return Stream.of(JobState.values()).map(JobState::key).toList();
    }

    /** The names of all queues. */
    public List<String> getQueues() {
        return Stream.of(JobQueue.values()).map(JobQueue::key).toList();
    }

    /** The state that is asked for, or null. */
    public String getState() {
        return state;
    }

    /** The queue that is asked for, or null. */
    public String getQueue() {
        return queue;
    }

    /** The type that is asked for, or null. */
    public String getType() {
        return type;
    }

    /** The part of the error that is asked for, or null. */
    public String getError() {
        return error;
    }

    /** The filter as parameters of an address, for the way back. */
    public String getParameters() {
        return filter().parameters();
    }

    /** Whether this is the first page. */
    public boolean isFirst() {
        return cursor == null;
    }

    /** The address of the first page. */
    public String getFirstLink() {
        return ADDRESS + getParameters();
    }

    /** Whether there are more jobs than on this page and those before. */
    public boolean isMore() {
        return page.next().isPresent();
    }

    /** The address of the next page; only if there are more jobs. */
    public String getNextLink() {
        var parameters = getParameters();
        return ADDRESS + parameters + (parameters.isEmpty() ? "?" : "&") + "cursor="
                + page.next().orElseThrow();
    }

    /** The key of what there is to tell, or null. */
    public String getNotice() {
        return Optional.ofNullable(told)
                .filter(NOTICES::contains)
                .map(known -> "notice." + known)
                .orElse(null);
    }
}
