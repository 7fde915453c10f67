package org.stoa.job;

import java.util.List;
import java.util.Optional;
import org.stoa.data.Stamp;

/**
 * Where a job stands, for those who follow it.
 *
 * @param job the job
 * @param since after which number the lines are complete
 * @param lastLine the number of the last line that it told; 0 where there is none
 * @param lines lines of it, perhaps also some that were told after this
 * @param stamp whose reader finds what a finished job did; empty for all others, and where it can't be had just now
 */
public record JobNews(JobView job, long since, long lastLine, List<JobLine> lines, Optional<Stamp> stamp) {
    /** Whether they are for one who has the lines up to a number: who has just come may lack more. */
    public boolean areFor(long number) {
        return known(number, lastLine) >= since;
    }

    /** The lines for one who has those up to a number; all of them for one who has what was lost in a restore. */
    public List<JobLine> after(long number) {
        long known = known(number, lastLine);
        return lines.stream()
                .filter(line -> line.number() > known && line.number() <= lastLine)
                .toList();
    }

    /** Up to where one really has the lines who says so. */
    static long known(long number, long lastLine) {
        return number > lastLine ? 0 : number;
    }

    /** Whether the job is over, and whoever is told so can read what it did. */
    public boolean isEnd() {
        return job.state().isFinished() && stamp.isPresent();
    }
}
