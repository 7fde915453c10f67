package org.stoa.cluster;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.stoa.cluster.postgres.Replica;
import org.stoa.cluster.process.LaunchFailure;
import org.stoa.cluster.process.LogFile;
import org.stoa.cluster.process.MarkedProcess;
import org.stoa.cluster.process.Progress;

/**
 * A Stoa cluster on this machine: databases, clones, balancer, mail catcher. It holds nothing itself: what runs is asked
 * of the operating system and the rest is in the state directory, so any number of these objects, in any number of
 * launchers, speak of the same cluster.
 *
 * <p>Names are {@code primary}, {@code replica-1}..., {@code node-1}..., {@code balancer}, {@code mail}; another name is
 * an {@link IllegalArgumentException}. What can't be done is a {@link LaunchFailure}.
 */
public final class Cluster implements AutoCloseable {
    private final Installation installation;
    private final StateDirectory state;
    private final StartGate gate;

    /**
     * The cluster of a state directory, running or not.
     *
     * @param installation what servers are started from
     * @param stateDirectory made at the first start
     */
    public Cluster(Installation installation, Path stateDirectory) {
        this.installation = installation;
        this.state = StateDirectory.of(stateDirectory);
        this.gate = new StartGate(state);
    }

    /**
     * Starts all and returns when the shop answers. If something fails, all that was started is ended again.
     *
     * @param options what to start
     * @param lines told of each step
     */
    public void up(ClusterOptions options, Consumer<String> lines) {
        var progress = new Progress(lines);
        installation.check();
        begin(options, options.nodes(), options.ports().of(options.nodes(), options.replicas()), () -> {
            var startup = new Startup(members(), gate.watch(progress));
            startup.databases();
            startup.servers();
            startup.shop();
        });
    }

    /**
     * Starts primary and replicas only, and returns when they accept connections.
     *
     * @param options what to start; its clones are not
     * @param lines told of each step
     */
    public void upDatabases(ClusterOptions options, Consumer<String> lines) {
        var progress = new Progress(lines);
        begin(options, 0, options.ports().ofDatabases(options.replicas()), () -> {
            new Startup(members(), gate.watch(progress)).databases();
        });
    }

    private void begin(ClusterOptions options, int clones, Map<Integer, String> ports, Runnable startup) {
        gate.exclusively(() -> {
            admission().ofCluster(clones, ports);
            prepare(options);
            // The lock is held, and stays so until nothing runs.
            StartGate.orClear(startup, new Shutdown(state, new Progress(line -> {}))::runLocked);
        });
    }

    private void prepare(ClusterOptions options) {
        if (options.fresh()) {
            state.wipeDatabases();
        }
        state.healAll();
        state.drawSecrets();
        state.save(new SavedCluster(options, Duration.ZERO));
    }

    /**
     * Starts one member and returns when it is ready; a clone beyond the present ones is added.
     *
     * @param name must not run
     * @param lines told of each step
     */
    public void start(String name, Consumer<String> lines) {
        var member = MemberName.parse(name);
        var watch = gate.watch(new Progress(lines));
        gate.exclusively(() -> {
            admission().ofMember(member);
            StartGate.orClear(() -> new Startup(members(), watch).member(member), state.process(member)::kill);
            enlist(member);
        });
    }

    private void enlist(MemberName name) {
        var saved = state.saved();
        if (name.kind() == MemberName.Kind.NODE
                && name.number() > saved.options().nodes()) {
            state.save(new SavedCluster(saved.options().withNodes(name.number()), saved.lag()));
        }
    }

    /**
     * Starts one member silently.
     *
     * @param name must not run
     */
    public void start(String name) {
        start(name, line -> {});
    }

    /**
     * Stops one member in good order: a clone answers what it has begun first. What takes too long is killed.
     *
     * @param name must run
     * @param lines told how it ended
     */
    public void stop(String name, Consumer<String> lines) {
        running(name);
        members().member(MemberName.parse(name)).stop(new Progress(lines));
    }

    /**
     * Stops one member silently.
     *
     * @param name must run
     */
    public void stop(String name) {
        stop(name, line -> {});
    }

    /**
     * Ends one member at once, as a crash or a power cut would.
     *
     * @param name must run
     */
    public void kill(String name) {
        running(name).kill();
    }

    /**
     * Freezes one member: it keeps its connections and answers nothing.
     *
     * @param name must run
     */
    public void pause(String name) {
        running(name).pause();
    }

    /**
     * Lets a frozen member go on.
     *
     * @param name must run
     */
    public void resume(String name) {
        running(name).resume();
    }

    /**
     * Cuts a clone off from the other clones and from the primary, until it is healed or the cluster is ended.
     *
     * @param name of a clone; must run
     * @throws LaunchFailure if this machine doesn't allow it
     */
    public void cut(String name) {
        var link = state.link(clone(name));
        running(name);
        link.cut();
        // Who ended the cluster at the same moment may not have seen that there is something to heal.
        StartGate.orClear(() -> running(name), link::heal);
    }

    /**
     * Lets a clone that was cut off reach the others again.
     *
     * @param name of a clone, cut off or not
     * @throws LaunchFailure if there is no such clone, or this machine doesn't allow it
     */
    public void heal(String name) {
        var node = clone(name);
        if (!members().include(node)) {
            throw new LaunchFailure("there is no " + name + ", see ./stoa status");
        }
        state.link(node).heal();
    }

    private static MemberName clone(String name) {
        var node = MemberName.parse(name);
        if (node.kind() != MemberName.Kind.NODE) {
            throw new IllegalArgumentException(name + " is no clone: only clones can be cut off");
        }
        return node;
    }

    private MarkedProcess running(String name) {
        var process = state.process(MemberName.parse(name));
        if (!process.alive()) {
            throw new LaunchFailure(name + " is not running, see ./stoa status");
        }
        return process;
    }

    /**
     * Holds the replicas back from now on, also after they are started anew, until the next {@link #up}.
     *
     * @param delay between a commit on the primary and its being seen on a replica; zero for none
     * @throws LaunchFailure if nothing runs
     */
    public void lag(Duration delay) {
        if (state.running().isEmpty()) {
            throw new LaunchFailure("nothing is running whose replicas could be held back, see ./stoa up");
        }
        state.save(new SavedCluster(state.saved().options(), delay));
        members().replicas().forEach(Replica::holdBack);
    }

    /**
     * Kills the primary and lets the replica that has received most take its place and its address; then all members are
     * there as before. Goes on with a promotion that was begun and not brought to an end.
     *
     * @param lines told of each step
     * @throws LaunchFailure if no replica can be promoted; nothing was killed then
     */
    public void promote(Consumer<String> lines) {
        var watch = gate.watch(new Progress(lines));
        gate.exclusively(() -> new Promotion(members(), watch).run());
    }

    /**
     * Throws a replica's data away and copies the primary anew.
     *
     * @param name of a replica, running or not
     * @param lines told of each step
     */
    public void rebuild(String name, Consumer<String> lines) {
        var replica = MemberName.parse(name);
        if (replica.kind() != MemberName.Kind.REPLICA) {
            throw new IllegalArgumentException(name + " is no replica");
        }
        var watch = gate.watch(new Progress(lines));
        gate.exclusively(() -> {
            admission().require(replica);
            new Startup(members(), watch).replicaAnew(replica);
        });
    }

    /**
     * Asks everybody how he is; takes a few seconds if somebody doesn't answer.
     *
     * @return the present state
     */
    public ClusterStatus status() {
        return ClusterStatus.of(members());
    }

    /**
     * Opens a connection to the shop's database, as its superuser.
     *
     * @param name {@code primary} or {@code replica-1}...
     * @return in autocommit mode
     */
    public Connection connect(String name) {
        var member = MemberName.parse(name);
        return switch (member.kind()) {
            case PRIMARY -> members().primary().server().connect();
            case REPLICA -> members().replica(member.number()).server().connect();
            case NODE, BALANCER, MAIL -> throw new IllegalArgumentException(name + " is no database");
        };
    }

    /**
     * Where the shop is.
     *
     * @return the balancer's address, without a path
     */
    public URI url() {
        return Http.local(members().ports().balancer(), "");
    }

    /**
     * The ports.
     *
     * @return of the cluster as it was started last
     */
    public Ports ports() {
        return members().ports();
    }

    /**
     * A member's own directory.
     *
     * @param name the member
     * @return exists once the member was started
     */
    public Path directory(String name) {
        return state.of(MemberName.parse(name));
    }

    /**
     * What a member prints.
     *
     * @param name the member
     * @return its log
     * @throws LaunchFailure if the cluster has no such member and none was ever started here
     */
    public LogFile log(String name) {
        var member = MemberName.parse(name);
        if (!members().include(member) && !Files.exists(state.of(member))) {
            throw new LaunchFailure("there is no " + name + ", see ./stoa status");
        }
        return members().member(member).log();
    }

    /**
     * The token that opens the REST interface to staff.
     *
     * @return for the header {@code Authorization: Bearer}
     */
    public String staffToken() {
        return state.staffToken().value();
    }

    /**
     * Where the token of {@link #staffToken()} is kept.
     *
     * @return a file
     */
    public Path staffTokenFile() {
        return state.staffToken().file();
    }

    /**
     * The password of the staff's account, {@code staff@stoa.example}, in a new shop.
     *
     * @return for the page to sign in
     */
    public String staffPassword() {
        return state.staffPassword().password().value();
    }

    /**
     * Where the password of {@link #staffPassword()} is kept.
     *
     * @return a file
     */
    public Path staffPasswordFile() {
        return state.staffPassword().password().file();
    }

    /**
     * Refuses to go on if anything runs.
     *
     * @throws LaunchFailure if so
     */
    void refuseIfRunning() {
        admission().refuseIfRunning();
    }

    /**
     * The members that run, frozen or not.
     *
     * @return their names, in starting order
     */
    public List<String> running() {
        return state.running().stream().map(MarkedProcess::name).toList();
    }

    /**
     * Ends all that runs, without waiting for requests that were begun. May be called at any time, by anybody, and
     * again; a start that is under way, in this or in another process, fails.
     *
     * @param lines told what was ended
     * @return whether anything ran
     * @throws LaunchFailure if something can't be ended, or another process doesn't stop starting things for a minute
     */
    public boolean down(Consumer<String> lines) {
        return gate.end(new Progress(lines));
    }

    /** Ends all that runs, silently. */
    public void down() {
        down(line -> {});
    }

    /**
     * Ends all that runs, silently and for good: this object starts nothing any more. When the virtual machine is
     * ending, other threads go on for a while, and what they started then would outlive it.
     */
    @Override
    public void close() {
        close(line -> {});
    }

    /** The same as {@link #close()}, telling what was ended. */
    void close(Consumer<String> lines) {
        gate.close();
        down(lines);
    }

    private Admission admission() {
        return new Admission(installation, state);
    }

    private Members members() {
        return new Members(installation, state, state.saved());
    }
}
