package org.stoa.cluster;

import com.icegreen.greenmail.standalone.GreenMailStandaloneRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.stoa.cluster.process.LaunchFailure;
import org.stoa.cluster.process.LogFile;
import org.stoa.cluster.process.MarkedProcess;
import org.stoa.cluster.process.Member;
import org.stoa.cluster.process.Progress;

/**
 * GreenMail: takes every mail that the shop sends, shows it, passes nothing on.
 *
 * @param process its process
 * @param ports its ports
 */
record MailCatcher(MarkedProcess process, Ports ports) implements Member {
    private static final String LOGGING = """
            <Configuration>
              <Appenders><Console name="console"><PatternLayout pattern="%d %-5p %c{1}: %m%n"/></Console></Appenders>
              <Loggers><Root level="warn"><AppenderRef ref="console"/></Root></Loggers>
            </Configuration>
            """;

    @Override
    public LogFile log() {
        return new LogFile(process.directory().resolve("console.log"));
    }

    @Override
    public void launch(Progress progress) {
        var logging = process.directory().resolve("log4j2.xml");
        try {
            Files.createDirectories(process.directory());
            Files.writeString(logging, LOGGING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var command = JavaServer.java(
                process.directory(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-Dlog4j2.configurationFile=" + logging,
                "-Dgreenmail.smtp.hostname=127.0.0.1",
                "-Dgreenmail.smtp.port=" + ports.smtp(),
                "-Dgreenmail.api.hostname=127.0.0.1",
                "-Dgreenmail.api.port=" + ports.mailbox(),
                // Whoever a mail is addressed to has a mailbox.
                "-Dgreenmail.auth.disabled");
        command.addAll(List.of("-cp", jar().toString(), GreenMailStandaloneRunner.class.getName()));
        process.launch(command, JavaServer.ENVIRONMENT, log().path());
    }

    /** One jar holds all that GreenMail needs. */
    private static Path jar() {
        try {
            var source = GreenMailStandaloneRunner.class.getProtectionDomain().getCodeSource();
            return Path.of(source.getLocation().toURI()).toAbsolutePath();
        } catch (URISyntaxException e) {
            throw new LaunchFailure("mail: can't find GreenMail: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean ready() {
        return Http.ask("GET", Http.local(ports.mailbox(), "/api/service/readiness"))
                .isPresent();
    }

    @Override
    public String work() {
        return "catching mail on 127.0.0.1:" + ports.smtp();
    }

    @Override
    public Duration startLimit() {
        return Duration.ofSeconds(60);
    }
}
