package org.stoa.imports;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.stoa.data.DatabaseFailure;
import org.stoa.data.Databases;

/**
 * Removes the pieces of files whose import has ended, and what is old: on every clone every minute, and soon after an import
 * that this clone has done.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportSweep {
    private static final Logger LOG = Logger.getLogger(ImportSweep.class.getName());
    private static final int SECONDS = 60;

    private final AtomicInteger asked = new AtomicInteger();

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private Databases databases;

    @Inject
    private ImportCleaning cleaning;

    @PostConstruct
    void start() {
        executor.scheduleWithFixedDelay(this::sweep, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    /** Removes what there is; one that does so already does it once more instead. Never fails. */
    @Lock(LockType.READ)
    public void sweep() {
        if (asked.getAndIncrement() > 0) {
            return;
        }
        int seen;
        do {
            seen = asked.get();
            attempt("Files", this::sweepOnce);
        } while (!asked.compareAndSet(seen, 0));
    }

    private void sweepOnce() {
        if (databases.isDegraded()) {
            return;
        }
        forEach(cleaning::unneeded, this::empty);
        forEach(cleaning::old, cleaning::forget);
    }

    private void empty(UUID file) {
        cleaning.giveUp(file);
        while (cleaning.removeKeys(file)) {
            // Each a transaction of its own.
        }
        while (cleaning.removeChunks(file)) {
            // The same.
        }
        cleaning.finish(file);
    }

    /** A file that can't be removed does not keep the others from it. */
    private static void forEach(Supplier<List<UUID>> files, Consumer<UUID> action) {
        var found = new ArrayList<UUID>();
        attempt("Files", () -> found.addAll(files.get()));
        found.forEach(file -> attempt("File " + file, () -> action.accept(file)));
    }

    private static void attempt(String what, Runnable action) {
        try {
            action.run();
        } catch (Throwable e) {
            // What failed now is swept the next time; an error must not end the schedule. Only what is a bug is told.
            if (DatabaseFailure.asRefusal(e).isEmpty()) {
                LOG.log(Level.WARNING, e, () -> what + ": the removal of old imports failed; it goes on");
            }
        }
    }
}
