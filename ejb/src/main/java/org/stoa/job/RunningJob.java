package org.stoa.job;

import java.time.Duration;

/**
 * A job that is being done.
 *
 * @param id its id
 * @param type the name of its type
 * @param queue the name of its queue
 * @param age how long ago this attempt began
 * @param late whether its lease has run out: its clone is frozen or gone, and another will go on
 */
public record RunningJob(JobId id, String type, String queue, Duration age, boolean late) {}
