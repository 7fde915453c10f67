package org.stoa.data;

import java.io.Serializable;
import java.util.concurrent.Semaphore;
import org.wildfly.clustering.server.dispatcher.Command;

/** What one clone tells the others: look. */
final class Ring implements Command<Void, Semaphore, RuntimeException>, Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public Void execute(Semaphore heard) {
        heard.release();
        return null;
    }
}
