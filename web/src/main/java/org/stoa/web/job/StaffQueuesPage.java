package org.stoa.web.job;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import org.stoa.job.CloneJobs;
import org.stoa.job.JobId;
import org.stoa.job.QueueView;
import org.stoa.job.QueueViews;
import org.stoa.job.ScheduleView;

/** What is in the queues of jobs, what clones work on, and what comes again. */
@Named
@RequestScoped
public class StaffQueuesPage {
    static final String ADDRESS = "/staff/queues";

    @Inject
    private QueueViews views;

    private List<QueueView> queues;
    private List<CloneJobs> clones;
    private List<ScheduleView> schedules;

    /** Reads what the page shows. */
    public void load() {
        queues = views.queues();
        clones = views.clones();
        schedules = views.schedules();
    }

    /** The queues. */
    public List<QueueView> getQueues() {
        return queues;
    }

    /** What clones work on, perhaps nothing. */
    public List<CloneJobs> getClones() {
        return clones;
    }

    /** What comes again, perhaps nothing. */
    public List<ScheduleView> getSchedules() {
        return schedules;
    }

    /** For how long the oldest job of a queue has been due: 1 h 2 min, 3 min 4 s, 5 s, or a dash. */
    public String age(QueueView queue) {
        return queue.oldest().map(StaffQueuesPage::words).orElse("–");
    }

    private static String words(Duration age) {
        if (age.toHours() > 0) {
            return "%d h %d min".formatted(age.toHours(), age.toMinutesPart());
        }
        return age.toMinutes() > 0
                ? "%d min %d s".formatted(age.toMinutes(), age.toSecondsPart())
                : "%d s".formatted(age.toSeconds());
    }

    /** The limit of a queue, or a dash. */
    public String limit(QueueView queue) {
        return queue.mostRunning().isPresent()
                ? String.valueOf(queue.mostRunning().getAsInt())
                : "–";
    }

    /** When a schedule comes next. */
    public String next(ScheduleView schedule) {
        return JobRow.time(schedule.nextAt());
    }

    /** What a schedule does, in words. */
    public String title(ScheduleView schedule) {
        return JobRow.title(schedule.type());
    }

    /** The id of the last job of a schedule, or null. */
    public String last(ScheduleView schedule) {
        return schedule.lastJob().map(JobId::toString).orElse(null);
    }
}
