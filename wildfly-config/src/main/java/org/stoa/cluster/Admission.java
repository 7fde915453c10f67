package org.stoa.cluster;

import java.util.Map;
import org.stoa.cluster.process.LaunchFailure;
import org.stoa.cluster.process.MarkedProcess;

/**
 * What must hold before anything is started.
 *
 * @param installation what it would be started from
 * @param state where it would run
 */
record Admission(Installation installation, StateDirectory state) {

    void ofCluster(int clones, Map<Integer, String> ports) {
        refuseIfRunning();
        Preflight.checkMemory(clones);
        Preflight.checkDisk(state.path());
        Preflight.checkPorts(ports);
    }

    void refuseIfRunning() {
        var running = state.running();
        if (!running.isEmpty()) {
            throw new LaunchFailure("already running ("
                    + String.join(
                            ", ", running.stream().map(MarkedProcess::name).toList())
                    + "): see ./stoa status, end it with ./stoa down");
        }
    }

    void ofMember(MemberName name) {
        if (state.process(name).alive()) {
            throw new LaunchFailure(name + " is running, see ./stoa status");
        }
        switch (name.kind()) {
            case NODE -> ofClone(name.number());
            case REPLICA -> require(name);
            case BALANCER -> installation.check();
            case PRIMARY, MAIL -> {}
        }
    }

    private void ofClone(int number) {
        if (number > ClusterOptions.MOST_NODES) {
            throw new LaunchFailure("there can be " + ClusterOptions.MOST_NODES + " clones at most");
        }
        installation.check();
        Preflight.checkMemoryOfClone();
        Preflight.checkPorts(state.saved().options().ports().ofClone(number));
    }

    /** Refuses a replica that the cluster doesn't have. */
    void require(MemberName replica) {
        if (replica.number() > state.saved().options().replicas()) {
            throw new LaunchFailure("there is no " + replica
                    + ": the clones know the replicas that they were started with, see ./stoa up --replicas");
        }
    }
}
