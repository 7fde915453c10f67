package org.stoa.system.faults;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.stoa.cluster.Cluster;
import org.stoa.system.faults.agent.PlantAgent;

/** Plants bugs into the clones of a cluster while they run, and takes them out again. */
public final class Garden {
    private static final Path AGENT = AgentJar.make();

    private final Cluster cluster;

    public Garden(Cluster cluster) {
        this.cluster = cluster;
    }

    /**
     * Plants a bug.
     *
     * @throws IllegalStateException it can't be planted: e.g. there is no such class or method
     */
    public void plant(String node, List<Cut> cuts) {
        for (var cut : cuts) {
            var planted = load(node, cut.effect() + " " + cut.type() + " " + cut.method());
            if (!planted.contains(cut.type() + "." + cut.method())) {
                throw new IllegalStateException(cut + " was not planted into " + node + ": " + planted);
            }
        }
    }

    /**
     * Plants the end of a clone, which may come before the clone can say that it is planted: then the connection breaks, or
     * there is no answer on it.
     */
    public void plantDeath(String node, Cut cut) {
        try {
            load(node, cut.effect() + " " + cut.type() + " " + cut.method());
        } catch (IllegalStateException e) {
            if (!(e.getCause() instanceof IOException || e.getCause() instanceof AgentLoadException)) {
                throw e;
            }
        }
    }

    /** Takes out all that is planted. */
    public void weed(String node) {
        load(node, "none");
    }

    private String load(String node, String arguments) {
        try {
            var machine = VirtualMachine.attach(Long.toString(pid(node)));
            try {
                machine.loadAgent(AGENT.toString(), arguments);
                return machine.getSystemProperties().getProperty(PlantAgent.PLANTED, "");
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException | AgentLoadException | AgentInitializationException | IOException e) {
            throw new IllegalStateException("Can't plant '" + arguments + "' into " + node, e);
        }
    }

    private long pid(String node) {
        return cluster.status().clones().stream()
                .filter(clone -> clone.name().equals(node))
                .findFirst()
                .orElseThrow()
                .pid();
    }
}
