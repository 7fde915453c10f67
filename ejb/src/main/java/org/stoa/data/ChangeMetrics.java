package org.stoa.data;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** What operators see of the change feed: looks and their time, changes found, reads by where they went, and the age of trust. */
@ApplicationScoped
class ChangeMetrics {
    @Inject
    private MeterRegistry registry;

    private Supplier<Optional<Duration>> age;
    private Timer looks;
    private Counter failures;
    private Counter changes;
    private Counter replicaReads;
    private Counter primaryReads;

    @PostConstruct
    void start() {
        // The server drops meters that are made by their builders.
        looks = registry.timer("stoa.feed.looks");
        failures = registry.counter("stoa.feed.failures");
        changes = registry.counter("stoa.feed.changes");
        replicaReads = registry.counter("stoa.reads", "server", "replica");
        primaryReads = registry.counter("stoa.reads", "server", "primary");
    }

    /** Shows how old what is known is, in seconds; infinite while nothing is. */
    void showAge(Supplier<Optional<Duration>> age) {
        registry.gauge("stoa.feed.age", age, now -> now.get()
                .map(Duration::toNanos)
                .map(nanos -> nanos / 1e9)
                .orElse(Double.POSITIVE_INFINITY));
    }

    void looked(Duration time, int tags) {
        looks.record(time);
        changes.increment(tags);
    }

    void failed() {
        failures.increment();
    }

    /** A read was served by a replica, or by the primary. */
    void read(boolean byReplica) {
        (byReplica ? replicaReads : primaryReads).increment();
    }
}
