package org.stoa.job;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.stoa.data.ChangeFeed;
import org.stoa.data.DatabaseFailure;
import org.stoa.data.Reader;
import org.stoa.data.Stamp;

/**
 * Those on this clone who follow jobs, and the one thread that tells them: when a signal says that a job has moved, and every
 * second, with a few statements for all of them. What they are told is what the rows say, on the primary.
 */
@ApplicationScoped
public class JobFollowers {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final int AT_ONCE = 100;

    private static final Logger LOG = Logger.getLogger(JobFollowers.class.getName());

    private final Map<JobId, Set<JobFollower>> followers = new ConcurrentHashMap<>();
    private final Set<JobId> moved = ConcurrentHashMap.newKeySet();
    private final Semaphore heard = new Semaphore(0);

    @Resource
    private ManagedThreadFactory threads;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private JobViews views;

    @Inject
    private ChangeFeed feed;

    private Thread thread;
    private long looked = System.nanoTime();
    private volatile boolean stopped;

    @PostConstruct
    void start() {
        thread = threads.newThread(this::go);
        thread.start();
    }

    @PreDestroy
    void stop() {
        stopped = true;
        thread.interrupt();
        all().forEach(JobFollower::leave);
    }

    /** From now on somebody is told how his job goes on; at first, soon, where it stands. */
    public void follow(JobFollower follower) {
        followers.compute(follower.job(), (job, others) -> {
            var now = others == null ? ConcurrentHashMap.<JobFollower>newKeySet() : others;
            now.add(follower);
            return now;
        });
        heard(List.of(follower.job()));
    }

    /** From now on he is not. */
    public void forget(JobFollower follower) {
        followers.computeIfPresent(follower.job(), (job, others) -> {
            others.remove(follower);
            return others.isEmpty() ? null : others;
        });
    }

    /** A signal says that these jobs have moved. */
    public void heard(Collection<JobId> jobs) {
        var followed = jobs.stream().filter(followers::containsKey).toList();
        if (moved.addAll(followed)) {
            heard.release();
        }
    }

    private List<JobFollower> all() {
        return followers.values().stream().flatMap(Set::stream).toList();
    }

    private void go() {
        while (!stopped) {
            try {
                Thread.sleep(JobSignals.GAP.toMillis());
                tell(next());
            } catch (InterruptedException e) {
                // Only stop() interrupts.
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | Error e) {
                // A thread that ended would not be missed before it is needed. What is away or busy is asked again.
                if (DatabaseFailure.asRefusal(e).isEmpty()) {
                    LOG.log(Level.WARNING, "Following jobs failed; it goes on", e);
                }
            }
        }
    }

    /** Waits for a signal, or until it is time to look; the jobs to look at. */
    private Collection<JobId> next() throws InterruptedException {
        long rest = looked + LOOK.toNanos() - System.nanoTime();
        heard.tryAcquire(Math.max(0, rest), TimeUnit.NANOSECONDS);
        heard.drainPermits();
        var told = new HashSet<>(moved);
        moved.removeAll(told);
        if (System.nanoTime() - looked < LOOK.toNanos()) {
            told.retainAll(followers.keySet());
            return told;
        }
        looked = System.nanoTime();
        pulse();
        return List.copyOf(followers.keySet());
    }

    private void pulse() {
        var present = all();
        if (!present.isEmpty() && drains()) {
            present.forEach(JobFollower::leave);
        } else {
            present.forEach(JobFollower::pulse);
        }
    }

    /** A clone that drains takes no work, and would wait for those who follow. */
    private boolean drains() {
        try {
            executor.execute(() -> {});
            return false;
        } catch (RejectedExecutionException e) {
            return true;
        }
    }

    /** Some at a time, so that what is read of them at once is bounded. */
    private void tell(Collection<JobId> jobs) {
        var rest = List.copyOf(jobs);
        while (!rest.isEmpty()) {
            int some = Math.min(rest.size(), AT_ONCE);
            tellSome(rest.subList(0, some));
            rest = rest.subList(some, rest.size());
        }
    }

    private void tellSome(List<JobId> jobs) {
        var stands = views.stands(jobs);
        // After the states: who is told that a job has ended has all of its lines.
        var lacking = lacking(stands);
        var lines = views.lines(lacking);
        var stamp = stamp(stands.values());
        for (var job : jobs) {
            var stand = stands.get(job);
            var present = followers.getOrDefault(job, Set.of());
            if (stand == null) {
                present.forEach(JobFollower::leave);
            } else {
                var told = lines.getOrDefault(job, List.of());
                long since = lacking.getOrDefault(job, stand.lastLine());
                var news = new JobNews(stand.job(), since, stand.lastLine(), told, stamp);
                present.forEach(follower -> follower.show(news));
            }
        }
    }

    /** From where on lines are to be read, of the jobs of which somebody lacks some. */
    private Map<JobId, Long> lacking(Map<JobId, JobStand> stands) {
        var lacking = new HashMap<JobId, Long>();
        stands.forEach((job, stand) -> followers.getOrDefault(job, Set.of()).stream()
                .mapToLong(follower -> JobNews.known(follower.lastLine(), stand.lastLine()))
                .filter(known -> known < stand.lastLine())
                .min()
                .ifPresent(least -> lacking.put(job, least)));
        return lacking;
    }

    /** Whoever is told that a job is finished finds what it did, wherever he reads next. */
    private Optional<Stamp> stamp(Collection<JobStand> stands) {
        if (stands.stream().noneMatch(stand -> stand.job().state().isFinished())) {
            return Optional.empty();
        }
        try (var reader = Reader.begin(List.of(), Optional.empty())) {
            feed.lookFor(reader);
            return reader.wrote();
        }
    }
}
