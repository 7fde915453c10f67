package org.stoa.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Jobs as they are shown. Read from the primary: who watches a job must not see an older state of it than before. */
@ApplicationScoped
public class JobViews {
    /** A job, or empty if there is none. */
    public Optional<JobView> find(JobId id) {
        throw new UnsupportedOperationException();
    }
}
