package org.stoa.web.job;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.omnifaces.cdi.Param;
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

    @Inject
    @Param(name = "notice")
    private String told;

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

    /** The limit of a queue, in words where there is none. */
    public String limit(QueueView queue) {
        return queue.mostRunning().isPresent()
                ? String.valueOf(queue.mostRunning().getAsInt())
                : Texts.get("queueUnlimited");
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

    /** What a schedule does, in words. */
    public String title(ScheduleView schedule) {
        return JobRow.title(schedule.type());
    }

    /** The id of the last job of a schedule, or null if there is none that is still known. */
    public String last(ScheduleView schedule) {
        return schedule.lastState()
                .flatMap(known -> schedule.lastJob())
                .map(JobId::toString)
                .orElse(null);
    }

    /** What is the case with the last job of a schedule, which is known. */
    public String lastState(ScheduleView schedule) {
        return schedule.lastState().orElseThrow().key();
    }

    /** The key of what there is to tell of a queue, or null. */
    public String getQueueNotice() {
        return notice("queue-");
    }

    /** The key of what there is to tell of a schedule, or null. */
    public String getScheduleNotice() {
        return notice("schedule-");
    }

    private String notice(String of) {
        return Optional.ofNullable(told)
                .filter(notice -> Set.of(of + "paused", of + "resumed").contains(notice))
                .map(known -> "notice." + known)
                .orElse(null);
    }
}
