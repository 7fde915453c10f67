package org.stoa.web.job;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.stoa.Refusal;
import org.stoa.job.JobId;
import org.stoa.job.Jobs;

/** Jobs that staff have chosen out of many, to be tried again or taken back, each by itself. */
@RequestScoped
public class ChosenJobs {
    /** The most that are changed by one request. */
    public static final int MOST = 100;

    @Inject
    private Jobs jobs;

    /**
     * What became of one of them.
     *
     * @param id as it was given
     * @param refusal why it stayed as it is; empty where it was changed
     */
    public record Outcome(String id, Optional<Refusal> refusal) {}

    /** Has those that are dead tried again; throws a Refusal: unavailable. */
    public List<Outcome> retry(List<String> ids) {
        return each(ids, jobs::retry);
    }

    /** Takes those back that are not done; throws a Refusal: unavailable. */
    public List<Outcome> cancel(List<String> ids) {
        return each(ids, jobs::cancel);
    }

    private static List<Outcome> each(List<String> ids, Consumer<JobId> change) {
        return ids.stream().map(id -> new Outcome(id, refusal(id, change))).toList();
    }

    /** What has moved on meanwhile is left as it is. */
    private static Optional<Refusal> refusal(String id, Consumer<JobId> change) {
        try {
            change.accept(JobId.fromString(id));
            return Optional.empty();
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.CONFLICT && refusal.kind() != Refusal.Kind.NOT_FOUND) {
                throw refusal;
            }
            return Optional.of(refusal);
        }
    }
}
