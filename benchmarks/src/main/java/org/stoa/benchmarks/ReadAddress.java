package org.stoa.benchmarks;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** An address that readers ask for, and what came of it. */
final class ReadAddress {
    /** What an address shows. */
    enum Kind {
        HOME,
        CATEGORY,
        PRODUCT_PAGE,
        PRODUCT_JSON
    }

    private static final long NOTHING_CHANGED = Long.MIN_VALUE;

    private final Kind kind;
    private final byte[] request;
    private final AtomicLong changed = new AtomicLong(NOTHING_CHANGED);
    private final AtomicInteger hits = new AtomicInteger();
    private final AtomicInteger waited = new AtomicInteger();
    private final AtomicInteger changesRead = new AtomicInteger();

    ReadAddress(Kind kind, String path) {
        this.kind = kind;
        this.request = RawConnection.get(path);
    }

    Kind kind() {
        return kind;
    }

    byte[] request() {
        return request;
    }

    /** What it shows has changed, and the answer to who changed it is there. */
    void change() {
        changed.set(System.nanoTime());
    }

    /**
     * It was read.
     *
     * @param asked when the request was sent, as {@link System#nanoTime()}
     */
    void read(long asked, RawAnswer answer) {
        (answer.isHit() ? hits : waited).incrementAndGet();
        long change = changed.get();
        // Several changes that nobody read in between are one.
        if (change != NOTHING_CHANGED && asked - change > 0 && changed.compareAndSet(change, NOTHING_CHANGED)) {
            changesRead.incrementAndGet();
        }
    }

    /** What has come of it so far. */
    ReadTally tally() {
        return new ReadTally(hits.get(), waited.get(), changesRead.get());
    }
}
