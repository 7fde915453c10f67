package org.stoa.web.job;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stoa.Refusal;
import org.stoa.web.site.SeeOther;

/** Takes the form by which staff have jobs tried again or taken back: one, many, or all that are listed. */
@WebServlet(StaffJobsPage.ADDRESS)
public class StaffJobsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String RETRIED = "jobs-retried";
    private static final String CANCELLED = "jobs-cancelled";

    @Inject
    private transient ChosenJobs jobs;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        var filter = JobFilter.of(request::getParameter);
        var cursor = request.getParameter("cursor");
        // Only what can be understood is sent back.
        filter.query(cursor, 1);
        var told = change(filter, request);
        SeeOther.to(response, StaffJobsPage.address(filter, cursor, told));
    }

    /** What there is to tell then, as parameters. */
    private String change(JobFilter filter, HttpServletRequest request) {
        return switch (String.valueOf(request.getParameter("action"))) {
            case "retry" -> JobsNotice.parameters(RETRIED, retry(chosen(request)));
            case "cancel" -> JobsNotice.parameters(CANCELLED, cancel(chosen(request)));
            case "retry-all" -> JobsNotice.ofAll(RETRIED, retry(jobs.matching(filter.inState("dead"))));
            case "cancel-all" -> JobsNotice.ofAll(CANCELLED, cancel(jobs.matching(filter)));
            default -> throw new Refusal(Refusal.Kind.MALFORMED, "action: retry, cancel, retry-all or cancel-all.");
        };
    }

    private ChosenJobs.Tally retry(List<String> ids) {
        return ChosenJobs.Tally.of(jobs.retry(ids));
    }

    private ChosenJobs.Tally cancel(List<String> ids) {
        return ChosenJobs.Tally.of(jobs.cancel(ids));
    }

    private static List<String> chosen(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameterValues("job")).stream()
                .flatMap(Stream::of)
                .limit(ChosenJobs.MOST)
                .toList();
    }
}
