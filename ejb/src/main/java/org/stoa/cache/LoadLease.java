package org.stoa.cache;

import java.io.Serializable;
import org.wildfly.clustering.server.dispatcher.Command;

/**
 * One clone asks another for the lease of a load.
 *
 * @param load which value is to be made, and because of what
 * @param holder the name of the clone that asks
 */
record LoadLease(String load, String holder)
        implements Command<Boolean, GrantedLeases, RuntimeException>, Serializable {
    @Override
    public Boolean execute(GrantedLeases granted) {
        return granted.grant(load, holder);
    }
}
