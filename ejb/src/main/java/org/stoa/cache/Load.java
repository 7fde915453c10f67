package org.stoa.cache;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.stoa.Refusal;
import org.stoa.data.Dependencies;

/** A value that is being made, for all who wait for it. */
final class Load<V> {
    /** Longer than what is shown takes as a rule; who has waited so long makes it himself. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final CompletableFuture<Optional<Kept<V>>> result = new CompletableFuture<>();
    private final long lookedAt;

    /**
     * @param lookedAt when the look was sent that it begins after, as {@link System#nanoTime}
     */
    Load(long lookedAt) {
        this.lookedAt = lookedAt;
    }

    long lookedAt() {
        return lookedAt;
    }

    /** It is over; without a value where it failed or is not fit for others. */
    void ends(Optional<Kept<V>> kept) {
        result.complete(kept);
    }

    /** What came of it; none if it failed, is not fit for others, or takes too long. */
    Optional<Kept<V>> await() {
        try {
            return result.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            Dependencies.unknown();
            throw new Refusal(Refusal.Kind.UNAVAILABLE, "The shop is stopping. Please try again soon.", e);
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        }
    }
}
