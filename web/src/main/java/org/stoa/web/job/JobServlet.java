package org.stoa.web.job;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.stoa.Refusal;
import org.stoa.job.JobId;
import org.stoa.job.Jobs;
import org.stoa.web.security.Caller;
import org.stoa.web.site.SeeOther;

/** Takes the forms on a job's page, by which it is taken back or tried again; the table of addresses lets nothing else here. */
@WebServlet("/jobs/*")
public class JobServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ReadableJobs readable;

    @Inject
    private transient Caller caller;

    @Inject
    private transient Jobs jobs;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        var job = readable.get(request.getPathInfo().substring(1)).id();
        var notice = change(job, String.valueOf(request.getParameter("action")));
        SeeOther.to(response, "/jobs/" + job + "?notice=" + notice);
    }

    /** What there is to tell then. */
    private String change(JobId job, String action) {
        try {
            switch (action) {
                case "cancel" -> {
                    jobs.cancel(job);
                    return "job-cancelled";
                }
                case "retry" -> {
                    retry(job);
                    return "job-retried";
                }
                default -> throw new Refusal(Refusal.Kind.MALFORMED, "action: retry or cancel.");
            }
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.CONFLICT) {
                throw refusal;
            }
            return "job-not-changed";
        }
    }

    private void retry(JobId job) {
        if (!caller.isStaff()) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "Jobs are tried again by staff.");
        }
        jobs.retry(job);
    }
}
