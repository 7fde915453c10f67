package org.stoa.web.job;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.cdi.Param;
import org.stoa.Refusal;
import org.stoa.job.JobPageView;
import org.stoa.job.JobSearch;
import org.stoa.member.MemberId;
import org.stoa.web.security.Caller;

/** Where a member finds the jobs that he has submitted. */
@Named
@RequestScoped
public class OwnJobsPage {
    static final String ADDRESS = "/jobs";

    private static final int PER_PAGE = 25;

    @Inject
    private JobSearch jobs;

    @Inject
    private Caller caller;

    @Inject
    @Param
    private String cursor;

    private JobPageView page;

    /** Reads what the page shows; throws a Refusal: a program has no jobs of its own, or the cursor is none. */
    public void load() {
        var member = caller.memberId()
                .map(MemberId::value)
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "Programs have no jobs of their own."));
        page = jobs.list(JobFilter.of(name -> null).query(cursor, PER_PAGE).by(member));
    }

    /** The jobs, the youngest first, perhaps none. */
    public List<JobRow> getRows() {
        return page.items().stream().map(JobRow::forSubmitter).toList();
    }

    /** Whether this is the first page. */
    public boolean isFirst() {
        return cursor == null;
    }

    /** The address of the first page. */
    public String getFirstLink() {
        return ADDRESS;
    }

    /** Whether there are more jobs than on this page and those before. */
    public boolean isMore() {
        return page.next().isPresent();
    }

    /** The address of the next page; only if there are more jobs. */
    public String getNextLink() {
        return ADDRESS + "?cursor=" + page.next().orElseThrow();
    }
}
