package org.stoa.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.Supplier;
import org.stoa.cluster.process.LogFile;
import org.stoa.cluster.process.MarkedProcess;
import org.stoa.cluster.process.Member;
import org.stoa.cluster.process.Progress;

/**
 * A clone: WildFly with the application, like all the others.
 *
 * @param process its process
 * @param number from 1
 * @param installation what it is started from
 * @param ports its ports
 * @param link connects it with the other clones and the primary
 * @param environment what it must know of the cluster; asked when it is started
 * @param balancer announces itself there
 */
record Clone(
        MarkedProcess process,
        int number,
        Installation installation,
        Ports ports,
        CloneLink link,
        Supplier<Map<String, String>> environment,
        Balancer balancer)
        implements Member {

    @Override
    public LogFile log() {
        return new LogFile(process.directory().resolve("console.log"));
    }

    @Override
    public void launch(Progress progress) {
        var directory = new ServerDirectory(process.directory());
        directory.prepare(installation.configuration());
        directory.deploy(installation.ear());
        var command = new ArrayList<>(link.launcher());
        command.addAll(JavaServer.wildfly(
                installation.image(),
                "stoa.xml",
                process.directory(),
                "-Xms64m",
                "-Xmx512m",
                "-XX:MetaspaceSize=96m",
                "-XX:MaxMetaspaceSize=320m",
                // On SIGTERM, answers what it has begun before it ends.
                "-Dorg.wildfly.sigterm.suspend.timeout=60"));
        process.launch(command, environment.get(), log().path());
    }

    /** {@inheritDoc} It is ready when it says so and, if there is a balancer, requests come through. */
    @Override
    public boolean ready() {
        // The balancer is asked first: it knows a clone late, and a clone logs each time it has to answer that it
        // isn't.
        return (!balancer.process().alive() || standing() == Balancer.Standing.SERVED) && healthy();
    }

    /** {@inheritDoc} The balancer may hold it back although it is ready. */
    @Override
    public void help() {
        if (balancer.process().alive() && standing() == Balancer.Standing.HELD_BACK && healthy()) {
            balancer.enable(process.name());
        }
    }

    private Balancer.Standing standing() {
        return balancer.standing(process.name());
    }

    private boolean healthy() {
        return Http.ask("GET", Http.local(ports.management(number), "/health/ready"))
                .isPresent();
    }

    /** {@inheritDoc} So it is if the server could not deploy the application. */
    @Override
    public boolean failed() {
        return new ServerDirectory(process.directory()).refused(installation.ear());
    }

    @Override
    public String work() {
        return "ready, http://127.0.0.1:" + ports.http(number);
    }

    @Override
    public Duration startLimit() {
        // It takes 20 s on a machine that does nothing else, and ten times as long where twenty want each of its cores.
        return Duration.ofSeconds(400);
    }

    @Override
    public Duration stopLimit() {
        return Duration.ofSeconds(90);
    }
}
