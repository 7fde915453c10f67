package org.stoa.web.job;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stoa.job.BatchId;
import org.stoa.job.JobDetails;
import org.stoa.job.JobState;
import org.stoa.job.JobView;
import org.stoa.web.site.Texts;

/** What is known of a job, in words and in the order in which it is shown; what is not known is left out. */
final class JobFacts {
    private JobFacts() {}

    /** For the member who submitted it: nothing of how the shop works inside. */
    static List<JobFact> forSubmitter(JobView job) {
        return present(Stream.of(
                time("job.fact.submitted", Optional.of(job.createdAt())), time("job.fact.finished", job.finishedAt())));
    }

    /**
     * For staff.
     *
     * @param submitter who wanted it, in words
     */
    static List<JobFact> forStaff(JobView job, JobDetails details, String submitter) {
        return present(Stream.of(
                // By it the logs of the clones name it.
                plain("job.fact.id", job.id().toString()),
                fact("job.fact.type", job.type(), listed("type", job.type())),
                fact("job.fact.queue", job.queue(), listed("queue", job.queue())),
                plain("job.fact.priority", String.valueOf(details.priority())),
                plain("job.fact.attempts", String.valueOf(job.attempts())),
                details.key().flatMap(key -> plain("job.fact.key", key)),
                details.batch().map(BatchId::toString).flatMap(id -> fact("job.fact.batch", id, listed("batch", id))),
                plain("job.fact.submitter", submitter),
                time("job.fact.submitted", Optional.of(job.createdAt())),
                time("job.fact.begun", details.startedAt()),
                time("job.fact.next", Optional.of(details.notBefore()).filter(time -> job.state() == JobState.WAITING)),
                details.node().flatMap(node -> plain("job.fact.clone", node)),
                time("job.fact.finished", job.finishedAt())));
    }

    private static List<JobFact> present(Stream<Optional<JobFact>> facts) {
        return facts.flatMap(Optional::stream).toList();
    }

    private static Optional<JobFact> time(String label, Optional<Instant> moment) {
        return moment.map(time -> new JobFact(Texts.get(label), "", time, null));
    }

    private static Optional<JobFact> plain(String label, String value) {
        return fact(label, value, null);
    }

    private static Optional<JobFact> fact(String label, String value, String link) {
        return Optional.of(new JobFact(Texts.get(label), value, null, link));
    }

    private static String listed(String parameter, String value) {
        return StaffJobsPage.ADDRESS + "?" + parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
