package org.stoa.system;

import java.util.function.Consumer;
import org.stoa.cluster.Cluster;
import org.stoa.cluster.ClusterStatus.CloneStatus;
import org.stoa.cluster.process.MemberState;

/**
 * Starts what does not run, wakes what is frozen, connects what is cut off.
 *
 * @param cluster was started
 * @param lines told of each thing that is mended
 */
record Mending(Cluster cluster, Consumer<String> lines) {
    void run() {
        var status = cluster.status();
        // Clones last: they need the others.
        mend(status.primary().name(), status.primary().state());
        status.replicas().forEach(replica -> mend(replica.name(), replica.state()));
        mend("balancer", status.balancer().state());
        mend("mail", status.mail().state());
        status.clones().stream().filter(CloneStatus::cut).forEach(clone -> cluster.heal(clone.name()));
        status.clones().forEach(clone -> mend(clone.name(), clone.state()));
    }

    private void mend(String name, MemberState state) {
        switch (state) {
            case STOPPED -> {
                lines.accept(name + " was left stopped: starts it");
                cluster.start(name);
            }
            case PAUSED -> {
                lines.accept(name + " was left frozen: wakes it");
                cluster.resume(name);
            }
            case RUNNING, STARTING, UNREADY -> {}
        }
    }
}
