package org.stoa.data;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/** Writes again what was made from an entity that this clone had kept too long. */
@ApplicationScoped
public class SecondTry {
    @Inject
    private KeptEntities kept;

    /**
     * Does it, and once more if it was stale.
     *
     * @param write a transaction, or more; not called within one
     * @throws StaleEntity it was changed by somebody else both times
     */
    public <T> T of(Supplier<T> write) {
        try {
            return write.get();
        } catch (StaleEntity e) {
            // The version proves that something is kept too long; what, it does not say.
            kept.everythingMayHaveChanged();
            return write.get();
        }
    }
}
