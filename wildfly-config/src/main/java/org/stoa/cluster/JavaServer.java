package org.stoa.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.stoa.cluster.process.Marker;

/** The command that runs WildFly: what its {@code standalone.sh}, {@code common.sh} and {@code standalone.conf} say. */
final class JavaServer {
    /** The packages that {@code common.sh} opens, where this Java has them. */
    private static final List<String> OPENED = List.of(
            "java.base/com.sun.net.ssl.internal.ssl",
            "java.base/java.lang",
            "java.base/java.lang.invoke",
            "java.base/java.lang.reflect",
            "java.base/java.io",
            "java.base/java.net",
            "java.base/java.security",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.management/javax.management",
            "java.naming/javax.naming");

    private static final List<String> EXPORTED = List.of(
            "java.desktop/sun.awt",
            "java.naming/com.sun.jndi.ldap",
            "java.naming/com.sun.jndi.url.ldap",
            "java.naming/com.sun.jndi.url.ldaps",
            "jdk.naming.dns/com.sun.jndi.dns");

    private static final String SERIAL_FILTER = "maxbytes=10485760;maxdepth=128;maxarray=100000;maxrefs=300000";

    /** Without it each thread's memory pool is kept apart, which costs a clone a hundred megabytes. */
    static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "1");

    private JavaServer() {}

    static ArrayList<String> java(Path directory, String... options) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(new Marker(directory).javaArgument());
        command.addAll(List.of(options));
        return command;
    }

    static List<String> wildfly(Path image, String configuration, Path directory, String... options) {
        var command = java(directory, options);
        command.addAll(List.of(
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.net.preferIPv4Stack=true",
                "-Djava.awt.headless=true",
                "-Djboss.modules.system.pkgs=org.jboss.byteman",
                "-Djdk.serialFilter=" + SERIAL_FILTER,
                "-Dwildfly.statistics-enabled=true"));
        EXPORTED.stream()
                .filter(JavaServer::present)
                .forEach(it -> command.add("--add-exports=" + it + "=ALL-UNNAMED"));
        OPENED.stream().filter(JavaServer::present).forEach(it -> command.add("--add-opens=" + it + "=ALL-UNNAMED"));
        command.addAll(added());
        command.addAll(List.of(
                "-Dorg.jboss.boot.log.file=" + directory.resolve("log/server.log"),
                "-Dlogging.configuration="
                        + directory.resolve("configuration/logging.properties").toUri(),
                "-jar",
                image.resolve("jboss-modules.jar").toString(),
                "-mp",
                image.resolve("modules").toString(),
                "org.jboss.as.standalone",
                "-Djboss.home.dir=" + image,
                "-Djboss.server.base.dir=" + directory,
                "-Djboss.node.name=" + directory.getFileName(),
                "--read-only-server-config=" + configuration));
        return command;
    }

    /** The servers run on the launcher's own Java, so what this one has, theirs has. */
    private static boolean present(String moduleAndPackage) {
        var parts = moduleAndPackage.split("/");
        return ModuleLayer.boot()
                .findModule(parts[0])
                .map(module -> module.getPackages().contains(parts[1]))
                .orElse(true);
    }

    /** What the person at the terminal adds for all servers alike: nothing that only one can have, as a port. */
    private static List<String> added() {
        var options = System.getenv().getOrDefault("STOA_JAVA_OPTS", "").strip();
        return options.isEmpty() ? List.of() : Arrays.asList(options.split("\\s+"));
    }
}
