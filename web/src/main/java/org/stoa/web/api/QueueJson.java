package org.stoa.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stoa.job.QueueView;

/**
 * A queue of jobs.
 *
 * @param name {@code urgent}, {@code bulk}, {@code media} or {@code mail}
 * @param paused whether nothing of it is begun
 * @param workersPerClone how many jobs of it a clone does at once
 * @param mostRunning how many may run on all clones together, or null
 * @param ready jobs that are due
 * @param oldestSeconds how long the oldest of them has been due, or null
 * @param waiting jobs whose time comes later
 * @param running jobs that are being done
 * @param dead jobs that wait for a person
 * @param doneLastMinute jobs that were done within the last minute
 * @param failedLastMinute attempts that failed or were lost within the last minute
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QueueJson(
        @Schema(examples = "bulk") String name,
        boolean paused,
        @Schema(examples = "2") int workersPerClone,
        Integer mostRunning,
        @Schema(examples = "12") long ready,
        @Schema(examples = "3") Long oldestSeconds,
        long waiting,
        @Schema(examples = "2") long running,
        long dead,
        @Schema(examples = "40") long doneLastMinute,
        long failedLastMinute) {
    static QueueJson of(QueueView view) {
        return new QueueJson(
                view.queue().key(),
                view.paused(),
                view.queue().workers(),
                view.mostRunning().isPresent() ? view.mostRunning().getAsInt() : null,
                view.ready(),
                view.oldest().map(Duration::toSeconds).orElse(null),
                view.waiting(),
                view.running(),
                view.dead(),
                view.doneLastMinute(),
                view.failedLastMinute());
    }
}
