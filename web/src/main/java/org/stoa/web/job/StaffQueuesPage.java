package org.stoa.web.job;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.List;
import org.stoa.job.CloneView;
import org.stoa.job.CloneViews;
import org.stoa.job.JobId;
import org.stoa.job.JobQueue;
import org.stoa.job.QueueView;
import org.stoa.job.QueueViews;
import org.stoa.job.RunningJob;
import org.stoa.job.ScheduleView;
import org.stoa.web.site.Texts;

/** What is in the queues of jobs, what clones work on, and what comes again. */
@Named
@RequestScoped
public class StaffQueuesPage {
    static final String ADDRESS = "/staff/queues";

    @Inject
    private QueueViews views;

    @Inject
    private CloneViews cloneViews;

    private List<QueueView> queues;
    private List<CloneView> clones;
    private List<ScheduleView> schedules;

    /** Reads what the page shows. */
    public void load() {
        queues = views.queues();
        clones = cloneViews.clones();
        schedules = views.schedules();
    }

    /** The queues. */
    public List<QueueView> getQueues() {
        return queues;
    }

    /** The clones and what they work on. */
    public List<CloneView> getClones() {
        return clones;
    }

    /** All kinds of workers that a clone has. */
    public List<JobQueue> getKinds() {
        return List.of(JobQueue.values());
    }

    /** What comes again, perhaps nothing. */
    public List<ScheduleView> getSchedules() {
        return schedules;
    }

    /** For how long the oldest job of a queue has been due, or a dash. */
    public String age(QueueView queue) {
        return queue.oldest().map(JobRow::length).orElse("–");
    }

    /** The limit of a queue, or a dash. */
    public String limit(QueueView queue) {
        return queue.mostRunning().isPresent()
                ? String.valueOf(queue.mostRunning().getAsInt())
                : "–";
    }

    /** Whether a clone is there, in words. */
    public String presence(CloneView clone) {
        if (!clone.isSilent()) {
            return Texts.get("clone.there");
        }
        return clone.silence()
                .map(time -> MessageFormat.format(Texts.get("clone.silent"), JobRow.length(time)))
                .orElse(Texts.get("clone.unheard"));
    }

    /** For how long a clone has been at a job. */
    public String jobAge(RunningJob job) {
        return JobRow.length(job.age());
    }

    /** What a job does, in words. */
    public String jobTitle(RunningJob job) {
        return JobRow.title(job.type());
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
