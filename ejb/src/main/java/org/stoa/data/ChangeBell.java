package org.stoa.data;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wildfly.clustering.server.GroupMember;
import org.wildfly.clustering.server.dispatcher.CommandDispatcher;
import org.wildfly.clustering.server.dispatcher.CommandDispatcherFactory;

/**
 * Tells the other clones that something changed, so that they see it within milliseconds. Nothing depends on it: a bell that is
 * lost costs a quarter of a second.
 */
@ApplicationScoped
class ChangeBell {
    private static final Logger LOG = Logger.getLogger(ChangeBell.class.getName());

    @Resource(lookup = "java:jboss/clustering/server/command-dispatcher-factory/default")
    private CommandDispatcherFactory<GroupMember> clones;

    /** Bells that were rung here and are to be sent, and that were heard: one stands for all that came before it. */
    private final Semaphore rung = new Semaphore(0);

    private final Semaphore heard = new Semaphore(0);
    private CommandDispatcher<GroupMember, Semaphore> dispatcher;

    @PostConstruct
    void start() {
        dispatcher = clones.createCommandDispatcher(
                ChangeBell.class.getName(), heard, getClass().getClassLoader());
    }

    @PreDestroy
    void stop() {
        dispatcher.close();
    }

    /** How many clones there are, this one included. */
    int clones() {
        return Math.max(1, clones.getGroup().getMembership().getMembers().size());
    }

    /** Has the others told, by another thread. */
    void ring() {
        rung.release();
    }

    /** Waits for a bell to be sent, and sends it. */
    void sendNext(long millis) throws InterruptedException {
        if (!waitFor(rung, millis)) {
            return;
        }
        try {
            dispatcher.dispatchToGroup(new Ring(), Set.of(clones.getGroup().getLocalMember()));
        } catch (IOException e) {
            LOG.log(Level.FINE, "The bell was not heard; the clones look by themselves.", e);
        }
    }

    /**
     * Waits until another clone rings.
     *
     * @return whether one did
     */
    boolean hear(long millis) throws InterruptedException {
        return waitFor(heard, millis);
    }

    private static boolean waitFor(Semaphore bells, long millis) throws InterruptedException {
        boolean some = bells.tryAcquire(Math.max(0, millis), TimeUnit.MILLISECONDS);
        bells.drainPermits();
        return some;
    }
}
