package org.stoa.cache;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wildfly.clustering.server.GroupMember;
import org.wildfly.clustering.server.dispatcher.CommandDispatcher;
import org.wildfly.clustering.server.dispatcher.CommandDispatcherFactory;

/**
 * Who of all clones makes a value that all have found to be outdated: whoever asks first; the others wait for what he sends
 * (leases as in Nishtala et al., "Scaling Memcache at Facebook", NSDI 2013, 3.2.1). The lease of a load is given out by one
 * clone, which all find by the hash of its name.
 *
 * <p>It saves work, and nothing depends on it: who gets no answer makes the value himself, and so do two who don't agree about
 * which clones there are.
 */
@ApplicationScoped
class LoadLeases {
    private static final Logger LOG = Logger.getLogger(LoadLeases.class.getName());

    /** It takes less than a millisecond where nothing is busy. */
    private static final Duration PATIENCE = Duration.ofMillis(100);

    /** So many wait to be asked for; for more than that no lease is needed. */
    private static final int MOST_UNASKED = 64;

    @Resource(lookup = "java:jboss/clustering/server/command-dispatcher-factory/default")
    private CommandDispatcherFactory<GroupMember> clones;

    @Resource
    private ManagedThreadFactory threads;

    private final GrantedLeases granted = new GrantedLeases();
    private final SilentClones silent = new SilentClones();
    private CommandDispatcher<GroupMember, GrantedLeases> dispatcher;

    /** Asks, because to send can take long where the other clone is frozen. */
    private ThreadPoolExecutor asker;

    @PostConstruct
    void start() {
        dispatcher = clones.createCommandDispatcher(
                LoadLeases.class.getName(), granted, getClass().getClassLoader());
        asker = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_UNASKED),
                threads,
                new ThreadPoolExecutor.AbortPolicy());
    }

    @PreDestroy
    void stop() {
        asker.shutdownNow();
        dispatcher.close();
    }

    /**
     * Whether this clone is to make a value.
     *
     * @param load which value, and because of which change: of all who ask for the same within 300 ms one is told so
     */
    boolean acquire(String load) {
        var giver = giver(load);
        if (isMe(giver)) {
            return granted.grant(load, giver.getName());
        }
        long begun = System.nanoTime();
        try {
            boolean mine = asked(giver, load).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            silent.answered(giver.getName());
            return mine;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            silent.silent(giver.getName(), begun);
            LOG.log(Level.FINE, e, () -> giver.getName() + " gives out no leases.");
        } catch (RejectedExecutionException e) {
            LOG.log(Level.FINE, e, () -> "No lease for " + load);
        }
        return true;
    }

    /** Tells the others that this clone makes a value; waits for nobody. */
    void announce(String load) {
        var giver = giver(load);
        if (isMe(giver)) {
            granted.grant(load, giver.getName());
            return;
        }
        try {
            asked(giver, load);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.FINE, e, () -> "Not announced: " + load);
        }
    }

    private boolean isMe(GroupMember clone) {
        return clone.equals(clones.getGroup().getLocalMember());
    }

    private CompletableFuture<Boolean> asked(GroupMember giver, String load) {
        if (silent.isSilent(giver.getName())) {
            throw new RejectedExecutionException(giver.getName() + " is silent");
        }
        var lease = new LoadLease(load, clones.getGroup().getLocalMember().getName());
        return CompletableFuture.supplyAsync(() -> sent(giver, lease), asker).thenCompose(Function.identity());
    }

    private CompletionStage<Boolean> sent(GroupMember giver, LoadLease lease) {
        try {
            return dispatcher.dispatchToMember(lease, giver);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private GroupMember giver(String load) {
        var inOrder = clones.getGroup().getMembership().getMembers().stream()
                .sorted(Comparator.comparing(GroupMember::getName))
                .toList();
        return inOrder.isEmpty()
                ? clones.getGroup().getLocalMember()
                : inOrder.get(Math.floorMod(load.hashCode(), inOrder.size()));
    }
}
