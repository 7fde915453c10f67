package org.stoa.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stoa.cluster.postgres.PostgresBinaries;
import org.stoa.cluster.postgres.PostgresServer;
import org.stoa.cluster.postgres.Primary;
import org.stoa.cluster.postgres.Replica;
import org.stoa.cluster.process.Member;

/**
 * The members of a cluster, whether they run or not.
 *
 * @param installation what servers are started from
 * @param state where they keep what they have
 * @param cluster how many there are
 */
record Members(Installation installation, StateDirectory state, SavedCluster cluster) {

    Primary primary() {
        return new Primary(
                server(MemberName.PRIMARY, ports().primary()),
                state.databasePassword().file(),
                cluster.options().synchronous());
    }

    List<Replica> replicas() {
        var replicas = new ArrayList<Replica>();
        for (var number = 1; number <= cluster.options().replicas(); number++) {
            replicas.add(replica(number));
        }
        return replicas;
    }

    Replica replica(int number) {
        return new Replica(
                server(MemberName.replica(number), ports().replica(number)),
                number,
                primary().server(),
                cluster.lag());
    }

    private PostgresServer server(MemberName name, int port) {
        var password = state.databasePassword();
        return new PostgresServer(
                state.process(name),
                PostgresBinaries.in(state.path()),
                port,
                password.exists() ? password.value() : "drawn with the first start");
    }

    Balancer balancer() {
        return new Balancer(state.process(MemberName.BALANCER), installation, ports());
    }

    MailCatcher mail() {
        return new MailCatcher(state.process(MemberName.MAIL), ports());
    }

    List<Clone> clones() {
        var clones = new ArrayList<Clone>();
        for (var number = 1; number <= cluster.options().nodes(); number++) {
            clones.add(clone(number));
        }
        return clones;
    }

    Clone clone(int number) {
        var name = MemberName.node(number);
        return new Clone(
                state.process(name),
                number,
                installation,
                ports(),
                state.link(name),
                () -> environment(number),
                balancer());
    }

    Member member(MemberName name) {
        return switch (name.kind()) {
            case PRIMARY -> primary();
            case REPLICA -> replica(name.number());
            case BALANCER -> balancer();
            case MAIL -> mail();
            case NODE -> clone(name.number());
        };
    }

    /** Whether the cluster has such a member, running or not. */
    boolean include(MemberName name) {
        return switch (name.kind()) {
            case NODE -> name.number() <= cluster.options().nodes();
            case REPLICA -> name.number() <= cluster.options().replicas();
            case PRIMARY, BALANCER, MAIL -> true;
        };
    }

    private Map<String, String> environment(int clone) {
        var environment = new HashMap<>(JavaServer.ENVIRONMENT);
        environment.put("STOA_BIND_ADDRESS", "127.0.0.1");
        environment.put("STOA_BIND_ADDRESS_PRIVATE", ports().privateAddress(clone));
        environment.put("STOA_DB_LOCAL_ADDRESS", ports().privateAddress(clone));
        environment.put("STOA_PORT_OFFSET", Integer.toString(ports().offset(clone)));
        environment.put("STOA_NODE", MemberName.node(clone).toString());
        environment.put("STOA_PRIMARY_URL", primary().server().url());
        for (var replica : replicas()) {
            environment.put(
                    "STOA_REPLICA_" + replica.number() + "_URL",
                    replica.server().url());
            environment.put("STOA_REPLICA_" + replica.number() + "_ENABLED", "true");
        }
        environment.put("STOA_DB_USER", PostgresServer.SHOP);
        environment.put("STOA_DB_PASSWORD", state.databasePassword().value());
        environment.put("STOA_BALANCER_HOST", "127.0.0.1");
        environment.put("STOA_BALANCER_PORT", Integer.toString(ports().balancerProtocol()));
        environment.put("STOA_MAIL_HOST", "127.0.0.1");
        environment.put("STOA_MAIL_PORT", Integer.toString(ports().smtp()));
        environment.put("STOA_CLUSTER_PASSWORD", state.clusterPassword().value());
        environment.put("STOA_STAFF_TOKEN_SHA256", state.staffToken().sha256());
        environment.put("STOA_STAFF_PASSWORD_HASH", state.staffPassword().hash());
        environment.put("STOA_DEMO_SHOP", Boolean.toString(cluster.options().demo()));
        return environment;
    }

    Ports ports() {
        return cluster.options().ports();
    }
}
