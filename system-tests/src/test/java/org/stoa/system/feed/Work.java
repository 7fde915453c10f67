package org.stoa.system.feed;

/** What one thread of a workload does, again and again. */
interface Work extends AutoCloseable {
    /** Does it once; whatever fails is counted and not thrown. */
    void once();

    @Override
    void close();
}
