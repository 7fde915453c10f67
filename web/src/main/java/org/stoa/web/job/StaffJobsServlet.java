package org.stoa.web.job;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Stream;
import org.stoa.Refusal;

/** Takes the form by which staff have jobs tried again or taken back, one or many. */
@WebServlet(StaffJobsPage.ADDRESS)
public class StaffJobsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ChosenJobs jobs;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        var filter = JobFilter.of(request::getParameter);
        // Only what can be understood is sent back.
        filter.query(null, 1);
        var chosen = request.getParameterValues("job");
        var outcomes = change(
                chosen == null
                        ? List.of()
                        : Stream.of(chosen).limit(ChosenJobs.MOST).toList(),
                request);
        boolean all = !outcomes.isEmpty()
                && outcomes.stream().allMatch(outcome -> outcome.refusal().isEmpty());
        var way = filter.parameters();
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader(
                "Location",
                StaffJobsPage.ADDRESS + way + (way.isEmpty() ? "?" : "&") + "notice="
                        + (all ? "jobs-changed" : "jobs-not-changed"));
    }

    private List<ChosenJobs.Outcome> change(List<String> ids, HttpServletRequest request) {
        return switch (String.valueOf(request.getParameter("action"))) {
            case "retry" -> jobs.retry(ids);
            case "cancel" -> jobs.cancel(ids);
            default -> throw new Refusal(Refusal.Kind.MALFORMED, "action: retry or cancel.");
        };
    }
}
