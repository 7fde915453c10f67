package org.stoa.cluster;

import java.time.Duration;
import java.util.HashMap;
import java.util.regex.Pattern;
import org.stoa.cluster.process.LogFile;
import org.stoa.cluster.process.MarkedProcess;
import org.stoa.cluster.process.Member;
import org.stoa.cluster.process.Progress;

/**
 * The balancer: WildFly's own, to which clones announce themselves by the mod_cluster management protocol.
 *
 * @param process its process
 * @param installation what it is started from
 * @param ports its ports
 */
record Balancer(MarkedProcess process, Installation installation, Ports ports) implements Member {

    @Override
    public LogFile log() {
        return new LogFile(process.directory().resolve("console.log"));
    }

    @Override
    public void launch(Progress progress) {
        new ServerDirectory(process.directory()).prepare(installation.configuration());
        var command =
                JavaServer.wildfly(installation.image(), "balancer.xml", process.directory(), "-Xms64m", "-Xmx256m");
        var environment = new HashMap<>(JavaServer.ENVIRONMENT);
        environment.put("STOA_BIND_ADDRESS", "127.0.0.1");
        environment.put("STOA_PORT_OFFSET", Integer.toString(ports.offset(0)));
        environment.put("STOA_NODE", process.name());
        process.launch(command, environment, log().path());
    }

    @Override
    public boolean ready() {
        return Http.ask("INFO", Http.local(ports.balancerProtocol(), "/")).isPresent();
    }

    /** How it treats a clone. */
    enum Standing {
        /** It sends requests to it. */
        SERVED,
        /** The clone has told its load, but its application is stopped: it is about to resume, or drains. */
        HELD_BACK,
        /** The clone has not come, not told its load or its application yet, is broken, or a person has disabled it. */
        UNKNOWN
    }

    /** How it treats a clone just now. */
    Standing standing(String node) {
        return Http.ask("INFO", Http.local(ports.balancerProtocol(), "/"))
                .map(answer -> standing(answer, node))
                .orElse(Standing.UNKNOWN);
    }

    /**
     * Has requests sent to a clone that it holds back although the clone is ready. A clone says itself that it resumes; but where the
     * balancer had forgotten it, which it does when a start takes longer than 50 s, the clone registers anew, and what it says in
     * that moment is lost.
     */
    void enable(String node) {
        Http.ask(
                "ENABLE-APP",
                Http.local(ports.balancerProtocol(), "/"),
                "JVMRoute=" + node + "&Alias=default-host%2Clocalhost&Context=%2F");
    }

    /**
     * Reads an answer to INFO, which has a line {@code Node: [1],Name: node-1,...,Load: 100} for each clone and a line
     * {@code Context: [1:1:1], Context: /, Status: ENABLED} for each application, with the clone's number first. A load
     * of -1 means that the clone has not told its load yet, or is broken: it gets no requests.
     */
    static Standing standing(String answer, String node) {
        var number = Pattern.compile("(?m)^Node: \\[(\\d+)],\\s*Name: " + Pattern.quote(node) + ",.*Load: \\d")
                .matcher(answer);
        if (!number.find()) {
            return Standing.UNKNOWN;
        }
        var status = Pattern.compile("(?m)^Context: \\[" + number.group(1) + ":.*Context: /, Status: (\\w+)")
                .matcher(answer);
        if (!status.find()) {
            return Standing.UNKNOWN;
        }
        return switch (status.group(1)) {
            case "ENABLED" -> Standing.SERVED;
            case "STOPPED" -> Standing.HELD_BACK;
            default -> Standing.UNKNOWN;
        };
    }

    @Override
    public String work() {
        return "taking requests on 127.0.0.1:" + ports.balancer();
    }

    @Override
    public Duration startLimit() {
        return Duration.ofSeconds(120);
    }
}
