package org.stoa.web.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * The end of a job.
 *
 * @param stamp who sends it as {@code Stoa-Stamp} finds what the job did, wherever he reads
 */
record JobEndJson(@JsonUnwrapped JobJson job, String stamp) {}
