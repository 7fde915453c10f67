package org.stoa.cluster;

import java.net.URI;
import java.util.List;
import org.stoa.cluster.postgres.Primary;
import org.stoa.cluster.postgres.Replica;
import org.stoa.cluster.postgres.ReplicationLag;
import org.stoa.cluster.process.Member;
import org.stoa.cluster.process.MemberState;

/**
 * How a cluster is. Process ids are null where nothing runs.
 *
 * @param clones by number
 * @param primary the database that takes writes
 * @param replicas by number
 * @param balancer where the shop is
 * @param mail the mail catcher
 */
public record ClusterStatus(
        List<CloneStatus> clones,
        PrimaryStatus primary,
        List<ReplicaStatus> replicas,
        BalancerStatus balancer,
        MailStatus mail) {

    /**
     * A clone.
     *
     * @param name e.g. {@code node-1}
     * @param url where it is, without the balancer
     * @param management where its health and metrics are
     * @param pid its process, or null
     * @param state how it is
     * @param cut whether it is cut off from the other clones and the primary
     */
    public record CloneStatus(String name, URI url, URI management, Long pid, MemberState state, boolean cut) {}

    /**
     * The primary.
     *
     * @param name {@code primary}
     * @param port of PostgreSQL
     * @param pid its process, or null
     * @param state how it is
     */
    public record PrimaryStatus(String name, int port, Long pid, MemberState state) {}

    /**
     * A replica.
     *
     * @param name e.g. {@code replica-1}
     * @param port of PostgreSQL
     * @param pid its process, or null
     * @param state how it is
     * @param lagBytes of the primary's log that it has not applied; null if unknown
     * @param lagMillis how far it is behind at most, in milliseconds; null if unknown
     */
    public record ReplicaStatus(String name, int port, Long pid, MemberState state, Long lagBytes, Long lagMillis) {}

    /**
     * The balancer.
     *
     * @param url where the shop is
     * @param pid its process, or null
     * @param state how it is
     */
    public record BalancerStatus(URI url, Long pid, MemberState state) {}

    /**
     * The mail catcher.
     *
     * @param smtpPort takes mail
     * @param url shows it
     * @param pid its process, or null
     * @param state how it is
     */
    public record MailStatus(int smtpPort, URI url, Long pid, MemberState state) {}

    static ClusterStatus of(Members members) {
        var ports = members.ports();
        return new ClusterStatus(
                members.clones().stream().map(clone -> status(clone, ports)).toList(),
                status(members.primary()),
                members.replicas().stream().map(ClusterStatus::status).toList(),
                new BalancerStatus(
                        Http.local(ports.balancer(), ""),
                        pid(members.balancer()),
                        members.balancer().state()),
                new MailStatus(
                        ports.smtp(),
                        Http.local(ports.mailbox(), ""),
                        pid(members.mail()),
                        members.mail().state()));
    }

    private static CloneStatus status(Clone clone, Ports ports) {
        return new CloneStatus(
                clone.process().name(),
                Http.local(ports.http(clone.number()), ""),
                Http.local(ports.management(clone.number()), ""),
                pid(clone),
                clone.state(),
                clone.link().isCut());
    }

    private static PrimaryStatus status(Primary primary) {
        return new PrimaryStatus(primary.process().name(), primary.server().port(), pid(primary), primary.state());
    }

    private static ReplicaStatus status(Replica replica) {
        var state = replica.state();
        var lag = state == MemberState.RUNNING ? replica.lag() : ReplicationLag.UNKNOWN;
        return new ReplicaStatus(
                replica.process().name(), replica.server().port(), pid(replica), state, lag.bytes(), lag.millis());
    }

    private static Long pid(Member member) {
        var pid = member.process().pid();
        return pid.isPresent() ? pid.getAsLong() : null;
    }
}
