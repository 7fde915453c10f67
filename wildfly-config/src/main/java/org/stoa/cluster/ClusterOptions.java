package org.stoa.cluster;

/**
 * What cluster is to be started.
 *
 * @param nodes clones, 1 to {@value #MOST_NODES}
 * @param replicas of the database, 0 to {@value #MOST_REPLICAS}
 * @param port where the shop is to be; the other {@link Ports} follow from it
 * @param fresh whether the databases begin empty
 * @param demo whether the demo shop is loaded into an empty database
 * @param synchronous whether a commit is answered only when a replica has it; there must be one then
 */
public record ClusterOptions(int nodes, int replicas, int port, boolean fresh, boolean demo, boolean synchronous) {
    /** The connections of the primary are reckoned for so many clones. */
    public static final int MOST_NODES = 6;

    /** The clones have a connection pool for each of so many replicas. */
    public static final int MOST_REPLICAS = 3;

    /** What is started if nothing else is said. */
    public static final ClusterOptions DEFAULT = new ClusterOptions(2, 1, 8080, false, true);

    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException if one is exceeded; the message is for people
     */
    public ClusterOptions {
        if (nodes < 1 || nodes > MOST_NODES) {
            throw new IllegalArgumentException("there can be 1 to " + MOST_NODES + " clones: " + nodes);
        }
        if (replicas < 0 || replicas > MOST_REPLICAS) {
            throw new IllegalArgumentException("there can be 0 to " + MOST_REPLICAS + " replicas: " + replicas);
        }
        if (synchronous && replicas == 0) {
            throw new IllegalArgumentException("synchronous replication needs a replica");
        }
        new Ports(port);
    }

    /**
     * Without synchronous replication.
     *
     * @param nodes clones
     * @param replicas of the database
     * @param port where the shop is to be
     * @param fresh whether the databases begin empty
     * @param demo whether the demo shop is loaded
     * @throws IllegalArgumentException if a limit is exceeded
     */
    public ClusterOptions(int nodes, int replicas, int port, boolean fresh, boolean demo) {
        this(nodes, replicas, port, fresh, demo, false);
    }

    /**
     * The ports.
     *
     * @return derived from {@link #port}
     */
    public Ports ports() {
        return new Ports(port);
    }

    /**
     * The same with synchronous replication: a commit is answered only when a replica has it.
     *
     * @return new options
     */
    public ClusterOptions synchronously() {
        return new ClusterOptions(nodes, replicas, port, fresh, demo, true);
    }

    /**
     * The same with another number of clones.
     *
     * @param number of clones
     * @return new options
     */
    public ClusterOptions withNodes(int number) {
        return new ClusterOptions(number, replicas, port, fresh, demo, synchronous);
    }
}
