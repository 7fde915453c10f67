package org.stoa.member;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.stoa.Refusal;

/**
 * Makes and checks hashes of passwords, few at a time: it costs so much on purpose that a flood of sign-ins would otherwise
 * leave nothing for anybody else.
 */
@ApplicationScoped
public class Passwords {
    private static final int THREADS = 2;

    /** So many wait at most, each with a thread of the server: the other threads stay free. */
    private static final int WAITING = 16;

    private static final int PATIENCE_SECONDS = 10;

    @Resource
    private ManagedThreadFactory factory;

    private ThreadPoolExecutor threads;

    @PostConstruct
    void start() {
        start(factory);
    }

    void start(ThreadFactory from) {
        threads =
                new ThreadPoolExecutor(THREADS, THREADS, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING), from);
        threads.allowCoreThreadTimeOut(true);
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    /**
     * The hash of a new password.
     *
     * @throws Refusal unavailable: too many at once
     */
    PasswordHash hash(String password) {
        return inTurn(() -> PasswordHash.of(password));
    }

    /**
     * Whether that is the password.
     *
     * @throws Refusal unavailable: too many at once
     */
    boolean matches(PasswordHash hash, String password) {
        return inTurn(() -> hash.matches(password));
    }

    private <T> T inTurn(Callable<T> work) {
        try {
            var result = threads.submit(work);
            try {
                return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                result.cancel(true);
                throw busy(e);
            }
        } catch (RejectedExecutionException e) {
            throw busy(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A password could not be hashed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy(e);
        }
    }

    private static Refusal busy(Exception cause) {
        return new Refusal(
                Refusal.Kind.UNAVAILABLE, "Too many people sign in at this moment. Please try again soon.", cause);
    }
}
