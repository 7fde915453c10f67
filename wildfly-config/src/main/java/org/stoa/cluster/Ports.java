package org.stoa.cluster;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The ports of a cluster, all on 127.0.0.1 and all derived from one, so that clusters with different bases run side by
 * side: 1,000 apart none of their ports is the same.
 *
 * @param base the balancer's, where the shop is
 */
public record Ports(int base) {
    /** The lowest base; below it, the messaging port of the first clone would be a privileged one. */
    public static final int LOWEST = 3_600;

    /** The highest base; above it, those of the databases would pass 65,535. */
    public static final int HIGHEST = 58_000;

    /** Where WildFly's own ports begin: a port offset is counted from it. */
    private static final int WILDFLY = 8080;

    /**
     * Checks the base.
     *
     * @throws IllegalArgumentException if it is out of bounds
     */
    public Ports {
        if (base < LOWEST || base > HIGHEST) {
            throw new IllegalArgumentException("the port must be from " + LOWEST + " to " + HIGHEST + ": " + base);
        }
    }

    /**
     * Where the shop is.
     *
     * @return the balancer's port for browsers
     */
    public int balancer() {
        return base;
    }

    /**
     * Where clones announce themselves to the balancer.
     *
     * @return the port of the mod_cluster management protocol
     */
    public int balancerProtocol() {
        return base + 10;
    }

    /**
     * Where the balancer is managed.
     *
     * @return its management port
     */
    public int balancerManagement() {
        return base + 1910;
    }

    /**
     * What WildFly adds to each of its ports.
     *
     * @param clone from 1; 0 is the balancer
     * @return may be negative
     */
    public int offset(int clone) {
        return base - WILDFLY + 100 * clone;
    }

    /**
     * Where a clone is, without the balancer.
     *
     * @param clone from 1
     * @return its HTTP port
     */
    public int http(int clone) {
        return base + 100 * clone;
    }

    /**
     * Where a clone tells of its health and its metrics.
     *
     * @param clone from 1
     * @return its management port
     */
    public int management(int clone) {
        return base + 1910 + 100 * clone;
    }

    /**
     * The address at which a clone is a part of its cluster: other clones reach it there, and from there it speaks to
     * them and to the databases. The whole of 127.0.0.0/8 is this machine. It belongs to the clone alone, also where
     * several clusters run, so that the clone can be cut off.
     *
     * @param clone from 1
     * @return an IPv4 address, e.g. 127.31.144.2 for the second clone of the cluster at 8080
     */
    public String privateAddress(int clone) {
        return "127." + base / 256 + "." + base % 256 + "." + clone;
    }

    /**
     * The group that a clone's process belongs to, where the launcher may choose it. Its own, like the private address.
     *
     * @param clone from 1
     * @return a numeric group id
     */
    int processGroup(int clone) {
        return 100_000 + 10 * base + clone;
    }

    /**
     * Where the other clones reach a clone.
     *
     * @param clone from 1
     * @return its JGroups port; the next one is for its failure detection
     */
    public int group(int clone) {
        return base - 480 + 100 * clone;
    }

    /**
     * Where the other clones' brokers reach a clone's.
     *
     * @param clone from 1
     * @return its messaging port
     */
    public int messaging(int clone) {
        return base - 2635 + 100 * clone;
    }

    /**
     * Where the primary is.
     *
     * @return its PostgreSQL port
     */
    public int primary() {
        return base + 7352;
    }

    /**
     * Where a replica is.
     *
     * @param replica from 1
     * @return its PostgreSQL port
     */
    public int replica(int replica) {
        return primary() + replica;
    }

    /**
     * Where mail is caught.
     *
     * @return the SMTP port
     */
    public int smtp() {
        return base + 45;
    }

    /**
     * Where caught mail is shown.
     *
     * @return the HTTP port
     */
    public int mailbox() {
        return base + 46;
    }

    /**
     * The ports of the databases.
     *
     * @param replicas how many replicas
     * @return what each port is for, e.g. 15432 to {@code primary}
     */
    public Map<Integer, String> ofDatabases(int replicas) {
        var ports = new LinkedHashMap<Integer, String>();
        ports.put(primary(), "primary");
        for (var replica = 1; replica <= replicas; replica++) {
            ports.put(replica(replica), "replica-" + replica);
        }
        return ports;
    }

    /**
     * The ports of a clone.
     *
     * @param clone from 1
     * @return what each port is for
     */
    public Map<Integer, String> ofClone(int clone) {
        var name = "node-" + clone;
        var ports = new LinkedHashMap<Integer, String>();
        ports.put(http(clone), name);
        ports.put(management(clone), name + ", management");
        ports.put(group(clone), name + ", cluster");
        ports.put(group(clone) + 1, name + ", failure detection");
        ports.put(messaging(clone), name + ", messaging");
        return ports;
    }

    /**
     * All ports of a cluster.
     *
     * @param clones how many clones
     * @param replicas how many replicas
     * @return what each port is for
     */
    public Map<Integer, String> of(int clones, int replicas) {
        var ports = new LinkedHashMap<Integer, String>();
        ports.put(balancer(), "balancer");
        ports.put(balancerProtocol(), "balancer, clones");
        ports.put(balancerManagement(), "balancer, management");
        ports.put(smtp(), "mail");
        ports.put(mailbox(), "mail, web");
        ports.putAll(ofDatabases(replicas));
        for (var clone = 1; clone <= clones; clone++) {
            ports.putAll(ofClone(clone));
        }
        return ports;
    }
}
