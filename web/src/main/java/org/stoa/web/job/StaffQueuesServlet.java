package org.stoa.web.job;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.stoa.Refusal;
import org.stoa.job.JobQueue;
import org.stoa.job.JobQueues;
import org.stoa.job.Schedules;
import org.stoa.web.site.SeeOther;

/** Takes the forms by which staff pause queues and schedules, let them go on, or have a schedule's job done now. */
@WebServlet(StaffQueuesPage.ADDRESS)
public class StaffQueuesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient JobQueues queues;

    @Inject
    private transient Schedules schedules;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        var action = String.valueOf(request.getParameter("action"));
        var queue = request.getParameter("queue");
        var location = queue != null
                ? change(JobQueue.fromString(queue), action)
                : change(String.valueOf(request.getParameter("schedule")), action);
        SeeOther.to(response, location);
    }

    /** Where to go then. */
    private String change(JobQueue queue, String action) {
        switch (action) {
            case "pause" -> queues.pause(queue);
            case "resume" -> queues.resume(queue);
            default -> throw unknown();
        }
        return StaffQueuesPage.ADDRESS + "?notice=queue-" + action + "d";
    }

    /** Where to go then. */
    private String change(String schedule, String action) {
        switch (action) {
            case "pause" -> schedules.pause(schedule, true);
            case "resume" -> schedules.pause(schedule, false);
            case "run" -> {
                return "/jobs/" + schedules.runNow(schedule);
            }
            default -> throw unknown();
        }
        return StaffQueuesPage.ADDRESS + "?notice=schedule-" + action + "d#schedules";
    }

    private static Refusal unknown() {
        return new Refusal(Refusal.Kind.MALFORMED, "action: pause, resume or run.");
    }
}
