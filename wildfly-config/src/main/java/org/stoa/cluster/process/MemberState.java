package org.stoa.cluster.process;

/** How a member of the cluster is. */
public enum MemberState {
    /** Runs and is ready. */
    RUNNING,
    /** Runs, is not ready, and has not had the time for it. */
    STARTING,
    /** Runs, but is not ready although it has had the time: it drains, or misses something that it needs. */
    UNREADY,
    /** Frozen by a signal. */
    PAUSED,
    /** Does not run. */
    STOPPED
}
