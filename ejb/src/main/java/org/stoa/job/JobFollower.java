package org.stoa.job;

/** Somebody who is told how a job goes on. Each method is called by one thread for all of them: it must not wait. */
public interface JobFollower {
    /** The job. */
    JobId job();

    /** The number of the last line that he has; 0: none. */
    long lastLine();

    /** Where the job stands now; the same again and again until it changes, so what can't be taken now may be left. */
    void show(JobNews news);

    /** Another second has passed. */
    void pulse();

    /** Nothing more will be told: the job is gone, or the clone drains. */
    void leave();
}
