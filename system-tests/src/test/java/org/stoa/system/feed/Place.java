package org.stoa.system.feed;

import java.net.InetSocketAddress;
import java.net.URI;

/**
 * Where requests are sent to.
 *
 * @param name {@code balancer} or a clone
 * @param address where it listens
 */
record Place(String name, InetSocketAddress address) {
    static Place of(String name, URI url) {
        return new Place(name, new InetSocketAddress(url.getHost(), url.getPort()));
    }
}
