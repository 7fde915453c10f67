package org.stoa.web.job;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;
import org.stoa.Refusal;
import org.stoa.job.JobPageView;
import org.stoa.job.JobQueue;
import org.stoa.job.JobSearch;
import org.stoa.web.site.Texts;

/** Where staff look through all jobs, and have some tried again or taken back. */
@Named
@RequestScoped
public class StaffJobsPage {
    static final String ADDRESS = "/staff/jobs";

    private static final int PER_PAGE = 25;

    @Inject
    private JobSearch jobs;

    @Inject
    private HttpServletRequest request;

    private JobFilter filter;
    private List<StateTab> tabs;
    private JobPageView page = new JobPageView(List.of(), Optional.empty());
    private List<JobRow> rows = List.of();
    private String fault;

    /** Reads what the page shows; what can't be understood or takes too long is told on the page. */
    public void load() {
        filter = JobFilter.of(request::getParameter);
        tabs = StateTab.of(jobs.counts(), filter);
        try {
            page = jobs.list(filter.query(getCursor(), PER_PAGE));
            rows = page.items().stream().map(JobRow::forStaff).toList();
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
        return rows;
    }

    /** The names of all queues. */
    public List<String> getQueues() {
        return Stream.of(JobQueue.values()).map(JobQueue::key).toList();
    }

    /** The names of types that have words, with these. */
    public Map<String, String> getTypes() {
        return Texts.all("job.type.");
    }

    /** What is asked for, by the names of the parameters. */
    public Map<String, String> getGiven() {
        return filter.parts();
    }

    /** The names of the parameters that are given. */
    public List<String> getGivenNames() {
        return filter.names();
    }

    /** What is asked for beside a state. */
    public List<FilterChip> getChips() {
        return filter.names().stream()
                .filter(name -> !name.equals("state"))
                .map(name -> new FilterChip(
                        Texts.get("jobs.chip." + name) + ": " + given(name), address(filter.without(name), null, "")))
                .toList();
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
        return address(new JobFilter(Map.of()).inState(given("state")), null, "");
    }

    /** Where this page starts; null for the first. */
    public String getCursor() {
        return request.getParameter("cursor");
    }

    /** Whether this is the first page. */
    public boolean isFirst() {
        return getCursor() == null;
    }

    /** The address of the first page. */
    public String getFirstLink() {
        return address(filter, null, "");
    }

    /** Whether there are more jobs than on this page and those before. */
    public boolean isMore() {
        return page.next().isPresent();
    }

    /** The address of the next page; only if there are more jobs. */
    public String getNextLink() {
        return address(filter, page.next().orElseThrow().toString(), "");
    }

    /** Whether all jobs of the page are chosen. */
    public boolean isAllChosen() {
        return "all".equals(request.getParameter("chosen"));
    }

    /** The address of the same page with all of its jobs chosen. */
    public String getAllChosenLink() {
        return address(filter, getCursor(), "chosen=all");
    }

    /** Whether a dead job is listed. */
    public boolean isRetriable() {
        return rows.stream().anyMatch(row -> row.open() && row.state().equals("dead"));
    }

    /** Whether something can still be done with a job that is listed. */
    public boolean isChangeable() {
        return rows.stream().anyMatch(JobRow::open);
    }

    /** Whether all that are found, on this page and others, may be changed at once: where these are dead or still to be done. */
    public boolean isAllChangeable() {
        return isMore() && List.of("ready", "waiting", "dead").contains(given("state"));
    }

    /** The most that are changed at once. */
    public int getMostAtOnce() {
        return ChosenJobs.MOST_MATCHING;
    }

    /** What there is to tell, or null. */
    public JobsNotice getNotice() {
        return JobsNotice.of(request::getParameter);
    }

    /**
     * The address of a page of jobs.
     *
     * @param cursor where it starts; null or empty: the first
     * @param more other parameters, perhaps none
     */
    static String address(JobFilter filter, String cursor, String more) {
        var parameters = Stream.of(
                        filter.parameters().isEmpty() ? "" : filter.parameters().substring(1),
                        cursor == null || cursor.isEmpty()
                                ? ""
                                : "cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8),
                        more)
                .filter(part -> !part.isEmpty())
                .toList();
        return ADDRESS + (parameters.isEmpty() ? "" : "?" + String.join("&", parameters));
    }
}
