package org.stoa.web.job;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.stoa.Refusal;
import org.stoa.job.JobId;
import org.stoa.job.JobSearch;
import org.stoa.job.JobView;
import org.stoa.job.Jobs;
import org.stoa.job.ListedJob;

/** Jobs that staff have chosen out of many, to be tried again or taken back, each by itself. */
@RequestScoped
public class ChosenJobs {
    /** The most that are changed by one request. */
    public static final int MOST = 100;

    /** The most of those that match that are changed by one request. */
    static final int MOST_MATCHING = 1000;

    @Inject
    private Jobs jobs;

    @Inject
    private JobSearch search;

    /**
     * What became of one of them.
     *
     * @param id as it was given
     * @param refusal why it stayed as it is; empty where it was changed
     */
    public record Outcome(String id, Optional<Refusal> refusal) {}

    /**
     * What became of many.
     *
     * @param changed how many were changed
     * @param chosen how many were to be changed
     */
    public record Tally(int changed, int chosen) {
        static Tally of(List<Outcome> outcomes) {
            return new Tally(
                    (int) outcomes.stream()
                            .filter(outcome -> outcome.refusal().isEmpty())
                            .count(),
                    outcomes.size());
        }
    }

    /**
     * The ids of the jobs that a filter finds and that can still be changed, the youngest first, {@value #MOST_MATCHING} at the
     * most.
     *
     * @throws Refusal malformed: the filter; unavailable
     */
    List<String> matching(JobFilter filter) {
        var ids = new ArrayList<String>();
        Optional<JobId> cursor = Optional.empty();
        for (int looked = 0; looked < MOST_MATCHING; looked += MOST) {
            var page = search.list(filter.query(cursor.map(JobId::toString).orElse(null), MOST));
            page.items().stream()
                    .map(ListedJob::job)
                    .filter(JobView::isOpen)
                    .map(job -> job.id().toString())
                    .forEach(ids::add);
            cursor = page.next();
            if (cursor.isEmpty()) {
                break;
            }
        }
        return ids;
    }

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
