package org.stoa.web.job;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;
import org.stoa.Refusal;
import org.stoa.job.JobPageView;
import org.stoa.job.JobQueue;
import org.stoa.job.JobSearch;

/** Where staff look through all jobs, and have some tried again or taken back. */
@Named
@RequestScoped
public class StaffJobsPage {
    static final String ADDRESS = "/staff/jobs";

    private static final int PER_PAGE = 25;
    private static final Set<String> NOTICES = Set.of("jobs-changed", "jobs-not-changed");

    @Inject
    private JobSearch jobs;

    @Inject
    private HttpServletRequest request;

    private JobFilter filter;
    private List<StateTab> tabs;
    private JobPageView page = new JobPageView(List.of(), Optional.empty());
    private String fault;

    /** Reads what the page shows; what can't be understood or takes too long is told on the page. */
    public void load() {
        filter = JobFilter.of(request::getParameter);
        tabs = StateTab.of(jobs.counts(), given("state"));
        try {
            page = jobs.list(filter.query(request.getParameter("cursor"), PER_PAGE));
        } catch (Refusal refusal) {
            fault = refusal.getMessage();
            Faces.setResponseStatus(refusal.kind().status());
        }
    }

    /** Why nothing can be shown, or null. */
    public String getFault() {
        return fault;
    }

    /** The states, with how many are in each. */
    public List<StateTab> getTabs() {
        return tabs;
    }

    /** The jobs, the youngest first, perhaps none. */
    public List<JobRow> getRows() {
        return page.items().stream().map(JobRow::of).toList();
    }

    /** The names of all queues. */
    public List<String> getQueues() {
        return Stream.of(JobQueue.values()).map(JobQueue::key).toList();
    }

    /** What is asked for, by the names of the parameters. */
    public Map<String, String> getGiven() {
        return filter.parts();
    }

    /** The names of the parameters that are given. */
    public List<String> getGivenNames() {
        return filter.parts().keySet().stream().sorted().toList();
    }

    /** Whether more is asked for than a state. */
    public boolean isNarrowed() {
        return filter.parts().keySet().stream().anyMatch(name -> !name.equals("state"));
    }

    /** The first time that is asked for as a form has it, or empty. */
    public String getFrom() {
        return fault == null ? local(filter.time("from")) : given("from");
    }

    /** The last time that is asked for as a form has it, or empty. */
    public String getTo() {
        return fault == null ? local(filter.time("to")) : given("to");
    }

    private static String local(Optional<Instant> time) {
        return time.map(moment -> moment.atOffset(ZoneOffset.UTC)
                        .toLocalDateTime()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString())
                .orElse("");
    }

    private String given(String name) {
        return filter.parts().getOrDefault(name, "");
    }

    /** Where the jobs of that state are listed, whatever else is asked for now. */
    public String getWithoutFilter() {
        return ADDRESS + (given("state").isEmpty() ? "" : "?state=" + given("state"));
    }

    /** Whether this is the first page. */
    public boolean isFirst() {
        return request.getParameter("cursor") == null;
    }

    /** The address of the first page. */
    public String getFirstLink() {
        return ADDRESS + filter.parameters();
    }

    /** Whether there are more jobs than on this page and those before. */
    public boolean isMore() {
        return page.next().isPresent();
    }

    /** The address of the next page; only if there are more jobs. */
    public String getNextLink() {
        var parameters = filter.parameters();
        return ADDRESS + parameters + (parameters.isEmpty() ? "?" : "&") + "cursor="
                + page.next().orElseThrow();
    }

    /** The key of what there is to tell, or null. */
    public String getNotice() {
        return Optional.ofNullable(request.getParameter("notice"))
                .filter(NOTICES::contains)
                .map(known -> "notice." + known)
                .orElse(null);
    }
}
