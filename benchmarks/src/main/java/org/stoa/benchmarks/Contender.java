package org.stoa.benchmarks;

import java.io.IOException;
import java.util.function.Predicate;

/**
 * One of those that are measured side by side: somebody who asks the same again and again.
 *
 * @param name what is printed
 * @param port of a server on this machine
 * @param path what is asked for
 * @param meant whether an answer is of the kind that is measured
 */
record Contender(String name, int port, String path, Predicate<RawAnswer> meant) {
    /** Answered by the cache of the shop. */
    static Contender cached(String name, int port, String path) {
        return new Contender(name, port, path, RawAnswer::isHit);
    }

    /** Answered without the cache of the shop. */
    static Contender made(String name, int port, String path) {
        return new Contender(name, port, path, answer -> !answer.isHit());
    }

    /** Answered by something else than the shop, which may repeat what the cache of the shop has said. */
    static Contender other(String name, int port, String path) {
        return new Contender(name, port, path, answer -> true);
    }

    RawConnection connect() throws IOException {
        return RawConnection.to(port);
    }

    byte[] request() {
        return RawConnection.get(path);
    }

    /**
     * Whether an answer counts.
     *
     * @throws IllegalStateException if it is none with 200
     */
    boolean counts(RawAnswer answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException(name + ", " + path + ": " + answer.head());
        }
        return meant.test(answer);
    }
}
