package org.stoa.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stoa.cluster.process.FileTree;
import org.stoa.cluster.process.LaunchFailure;
import org.stoa.cluster.process.LogFile;
import org.stoa.cluster.process.Program;

/**
 * What connects a clone with the other clones and with the primary, and can be cut: no packet comes through in either
 * direction, and nobody is told. Its HTTP and management ports, the replicas, the balancer and the mail catcher stay
 * within reach.
 *
 * <p>A clone listens to others at an address of its own, and connects from it. Only its broker can't be made to; its
 * packets are known by the group of the process, which root alone can give. What the broker says on a connection that
 * another one has opened before is heard until that one gives up, for it hears no answer; new connections don't come
 * to be.
 *
 * @param node the clone
 * @param ports the cluster's
 * @param directory holds a file for each clone that is cut off
 * @param program who cuts in place of nftables, see docs/operating.md
 */
record CloneLink(MemberName node, Ports ports, Path directory, Optional<String> program) {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** The program that cuts, where nftables can't be used. */
    static Optional<String> programOfEnvironment() {
        return Optional.ofNullable(System.getenv("STOA_CUT_COMMAND")).filter(command -> !command.isBlank());
    }

    boolean isCut() {
        return Files.exists(mark());
    }

    private Path mark() {
        return directory.resolve(node.toString());
    }

    /**
     * Cuts it; does nothing more if that was done.
     *
     * @throws LaunchFailure if this machine doesn't allow it
     */
    void cut() {
        try {
            Files.createDirectories(directory);
            // Before anything is done: who ends the cluster must find what is to be undone.
            Files.writeString(mark(), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            act("cut", removal() + " " + drops());
        } catch (LaunchFailure e) {
            FileTree.delete(mark());
            throw e;
        }
    }

    /**
     * Lets everything through again; also what is not cut may be healed.
     *
     * @throws LaunchFailure if this machine doesn't allow it
     */
    void heal() {
        act("heal", removal());
        FileTree.delete(mark());
    }

    private void act(String verb, String rules) {
        var log = new LogFile(directory.resolve(node + ".log"));
        FileTree.delete(log.path());
        // The second is a line of the shell, so that the command may have arguments of its own.
        var command = program.map(name -> List.of(
                        "sh", "-c", name + " \"$@\"", "sh", verb, node.toString(), address(), "" + ports.primary()))
                .orElse(List.of("nft", rules));
        var done = Program.run(command, LIMIT, log.path());
        var said = String.join(" ", log.tail(2)).strip();
        FileTree.delete(log.path());
        if (!done) {
            throw new LaunchFailure("can't " + verb + " " + node + ": "
                    + program.map(name -> "STOA_CUT_COMMAND (" + name + ") failed")
                            .orElse("nft is missing or not allowed here: run ./stoa as root where nftables is"
                                    + " installed, or name a program that does it in STOA_CUT_COMMAND, see"
                                    + " docs/operating.md")
                    + (said.isEmpty() ? "" : " (" + said + ")"));
        }
    }

    private String address() {
        return ports.privateAddress(node.number());
    }

    /** All in one transaction, and without an error if there is nothing. */
    private String removal() {
        return "add table inet %1$s; delete table inet %1$s;".formatted(table());
    }

    /** Of this clone of this cluster alone: two clusters that run at the same time have different ports. */
    private String table() {
        return "stoa_" + ports.base() + "_" + node.number();
    }

    /**
     * What goes over the loopback is sent exactly once, so it is enough to look at what is sent. The clone is known by
     * its address, and by its group where its broker connects to others or to itself. Last packets of a process that has
     * ended bear no group any more; those of the clones' own addresses and of the primary are dropped all the same.
     */
    private String drops() {
        var replicas = IntStream.rangeClosed(1, ClusterOptions.MOST_REPLICAS)
                .mapToObj(number -> Integer.toString(ports.replica(number)))
                .collect(Collectors.joining(", ", "{ ", " }"));
        return """
                add table inet %1$s;
                add chain inet %1$s sent { type filter hook output priority 0; policy accept; };
                add rule inet %1$s sent ip saddr %2$s ip daddr %2$s/24 ip daddr != %2$s drop;
                add rule inet %1$s sent ip daddr %2$s ip saddr %2$s/24 ip saddr != %2$s drop;
                add rule inet %1$s sent ip saddr %2$s tcp dport %3$d drop;
                add rule inet %1$s sent ip daddr %2$s tcp sport %3$d drop;
                add rule inet %1$s sent ip daddr %2$s meta skgid != %4$d tcp sport != %5$s drop;
                add rule inet %1$s sent ip daddr %2$s/24 ip daddr != %2$s meta skgid %4$d drop;
                """.formatted(table(), address(), ports.primary(), ports.processGroup(node.number()), replicas);
    }

    /**
     * What has to stand before the command that starts the clone, so that its packets are known by its group.
     *
     * @return nothing if this is not allowed
     */
    List<String> launcher() {
        var prefix = List.of("setpriv", "--regid", "" + ports.processGroup(node.number()), "--keep-groups");
        var trial = new ArrayList<>(prefix);
        trial.add("true");
        return Program.run(trial, LIMIT, Path.of("/dev/null")) ? prefix : List.of();
    }
}
