package org.stoa.system;

import java.util.UUID;

/** Jobs of a type that no clone knows, so that they stay as a test made them: 1,200 of 5,000 rows done. */
enum StillJob {
    READY("'ready', null, null, null, null"),
    RUNNING("'running', gen_random_uuid(), clock_timestamp() + interval '1 hour', null, null"),
    DONE("'done', null, null, '{\"added\": 3, \"refused\": 1}', clock_timestamp()");

    /** State, epoch, lease_until, checkpoint, finished_at. */
    private final String values;

    StillJob(String values) {
        this.values = values;
    }

    /** Makes one; returns its id. */
    String in(Shop shop) {
        var job = UUID.randomUUID().toString();
        shop.sql("""
                insert into job (id, type, payload, done, total, message, state, epoch, lease_until, checkpoint, finished_at)
                values ('%s', 'test-unknown', '{}', 1200, 5000, 'Line 1,200: The Adventures of Huckleberry Finn', %s)
                """.formatted(job, values));
        return job;
    }
}
