package org.stoa.data;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * What operators see of the change feed: looks and their time, changes found, how old what they found was when it was used, and
 * reads by where they went.
 */
@ApplicationScoped
class ChangeMetrics {
    @Inject
    private MeterRegistry registry;

    private Timer looks;
    private Timer ages;
    private Counter failures;
    private Counter changes;
    private Counter replicaReads;
    private Counter primaryReads;

    @PostConstruct
    void start() {
        // The server drops meters that are made by their builders.
        looks = registry.timer("stoa.feed.looks");
        ages = registry.timer("stoa.feed.age");
        failures = registry.counter("stoa.feed.failures");
        changes = registry.counter("stoa.feed.changes");
        replicaReads = registry.counter("stoa.reads", "server", "replica");
        primaryReads = registry.counter("stoa.reads", "server", "primary");
    }

    /** What is known was used when it was so old. */
    void used(Duration age) {
        ages.record(age);
    }

    void looked(Duration time, int found) {
        looks.record(time);
        changes.increment(found);
    }

    void failed() {
        failures.increment();
    }

    /** A read was served by a replica, or by the primary. */
    void read(boolean byReplica) {
        (byReplica ? replicaReads : primaryReads).increment();
    }
}
