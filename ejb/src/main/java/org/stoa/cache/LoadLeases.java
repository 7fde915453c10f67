package org.stoa.cache;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wildfly.clustering.server.GroupMember;
import org.wildfly.clustering.server.dispatcher.CommandDispatcher;
import org.wildfly.clustering.server.dispatcher.CommandDispatcherFactory;

/**
 * Who of all clones makes a value that all have found to be outdated: whoever asks first; the others wait for what he sends
 * (leases as in Nishtala et al., "Scaling Memcache at Facebook", NSDI 2013, 3.2.1). The leases of a value are given out by
 * one clone, which all find by the hash of its key.
 *
 * <p>It saves work, and nothing depends on it: who gets no answer makes the value himself, and so do two who don't agree about
 * which clones there are.
 */
@ApplicationScoped
class LoadLeases {
    private static final Logger LOG = Logger.getLogger(LoadLeases.class.getName());

    /** It takes less than a millisecond where nothing is busy. */
    private static final Duration PATIENCE = Duration.ofMillis(100);

    @Resource(lookup = "java:jboss/clustering/server/command-dispatcher-factory/default")
    private CommandDispatcherFactory<GroupMember> clones;

    private final GrantedLeases granted = new GrantedLeases();
    private final SilentClones silent = new SilentClones();
    private CommandDispatcher<GroupMember, GrantedLeases> dispatcher;

    @PostConstruct
    void start() {
        dispatcher = clones.createCommandDispatcher(
                LoadLeases.class.getName(), granted, getClass().getClassLoader());
    }

    @PreDestroy
    void stop() {
        dispatcher.close();
    }

    /**
     * Whether this clone is to make a value.
     *
     * @param load which value, and because of which change: of all who ask for the same within 300 ms one is told so
     */
    boolean acquire(String load) {
        var giver = giver(clones.getGroup().getMembership().getMembers(), load);
        var me = clones.getGroup().getLocalMember();
        if (giver.equals(me)) {
            return granted.grant(load, me.getName());
        }
        if (silent.isSilent(giver.getName())) {
            return true;
        }
        try {
            boolean mine = dispatcher
                    .dispatchToMember(new LoadLease(load, me.getName()), giver)
                    .toCompletableFuture()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            silent.answered(giver.getName());
            return mine;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        } catch (IOException | ExecutionException | TimeoutException | CompletionException | CancellationException e) {
            silent.silent(giver.getName());
            LOG.log(Level.FINE, e, () -> giver.getName() + " gives out no leases.");
            return true;
        }
    }

    private GroupMember giver(List<GroupMember> members, String load) {
        var inOrder = members.stream()
                .sorted(Comparator.comparing(GroupMember::getName))
                .toList();
        return inOrder.isEmpty()
                ? clones.getGroup().getLocalMember()
                : inOrder.get(Math.floorMod(load.hashCode(), inOrder.size()));
    }
}
