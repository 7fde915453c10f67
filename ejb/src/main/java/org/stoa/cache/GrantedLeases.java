package org.stoa.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;

/** The leases that this clone has given out: each load to the first who asks, and to nobody else for a while. */
final class GrantedLeases {
    /** Longer than others wait for what is made; whoever holds it may be dead. */
    private static final Duration TIME = Duration.ofMillis(300);

    private static final int MOST = 10_000;

    private final Cache<String, String> granted;

    GrantedLeases() {
        this(Ticker.systemTicker());
    }

    GrantedLeases(Ticker clock) {
        granted = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(TIME)
                .ticker(clock)
                .executor(Runnable::run)
                .build();
    }

    /**
     * @param load which value is to be made, and because of what
     * @param holder the name of the clone that asks; who has the lease may ask again
     */
    boolean grant(String load, String holder) {
        var first = granted.asMap().putIfAbsent(load, holder);
        return first == null || first.equals(holder);
    }
}
