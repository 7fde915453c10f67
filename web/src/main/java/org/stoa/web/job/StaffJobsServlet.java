package org.stoa.web.job;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Consumer;
import org.stoa.Refusal;
import org.stoa.job.JobId;
import org.stoa.job.Jobs;

/** Takes the form by which staff have jobs tried again or taken back, one or many. */
@WebServlet(StaffJobsPage.ADDRESS)
public class StaffJobsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 100;

    @Inject
    private transient Jobs jobs;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        var chosen = request.getParameterValues("job");
        var ids = chosen == null
                ? List.<JobId>of()
                : List.of(chosen).stream().limit(MOST).map(JobId::fromString).toList();
        boolean all = change(ids, action(request)) && !ids.isEmpty();
        var filter = filter(request).parameters();
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader(
                "Location",
                StaffJobsPage.ADDRESS + filter + (filter.isEmpty() ? "?" : "&") + "notice="
                        + (all ? "jobs-changed" : "jobs-not-changed"));
    }

    private Consumer<JobId> action(HttpServletRequest request) {
        return switch (String.valueOf(request.getParameter("action"))) {
            case "retry" -> jobs::retry;
            case "cancel" -> jobs::cancel;
            default -> throw new Refusal(Refusal.Kind.MALFORMED, "action: retry or cancel.");
        };
    }

    /** Whether all could be changed; what has moved on meanwhile is left as it is. */
    private static boolean change(List<JobId> ids, Consumer<JobId> action) {
        boolean all = true;
        for (var id : ids) {
            try {
                action.accept(id);
            } catch (Refusal refusal) {
                if (refusal.kind() != Refusal.Kind.CONFLICT && refusal.kind() != Refusal.Kind.NOT_FOUND) {
                    throw refusal;
                }
                all = false;
            }
        }
        return all;
    }

    private static JobFilter filter(HttpServletRequest request) {
        return new JobFilter(
                request.getParameter("state"),
                request.getParameter("queue"),
                request.getParameter("type"),
                request.getParameter("error"),
                null);
    }
}
