package org.stoa.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.stoa.cluster.process.LaunchFailure;

/**
 * What the build has made and clones are started from.
 *
 * @param image a WildFly home that holds {@code stoa.xml} for clones and {@code balancer.xml} for the balancer
 * @param ear the application
 */
public record Installation(Path image, Path ear) {

    /**
     * The installation of a project's directory.
     *
     * @param root holds the parent POM
     * @return what {@code mvn package} makes there
     */
    public static Installation of(Path root) {
        try {
            var directory = root.toRealPath();
            return new Installation(
                    directory.resolve("wildfly-config/target/image"), directory.resolve("ear/target/stoa.ear"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The settings that servers are started with.
     *
     * @return a directory
     */
    public Path configuration() {
        return image.resolve("standalone/configuration");
    }

    /**
     * Checks that all is there.
     *
     * @throws LaunchFailure if something is missing
     */
    public void check() {
        require(image.resolve("jboss-modules.jar"), "the server image");
        require(configuration().resolve("stoa.xml"), "the server image");
        require(configuration().resolve("balancer.xml"), "the server image");
        require(ear, "the application");
    }

    private static void require(Path path, String what) {
        if (!Files.isRegularFile(path)) {
            throw new LaunchFailure(what + " is missing (" + path + "): build it with mvn package");
        }
    }
}
