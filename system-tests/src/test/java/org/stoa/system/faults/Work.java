package org.stoa.system.faults;

/** What one thread of a workload does, again and again. */
public interface Work extends AutoCloseable {
    /** Does it once; whatever fails is counted and not thrown. */
    void once();

    @Override
    void close();
}
