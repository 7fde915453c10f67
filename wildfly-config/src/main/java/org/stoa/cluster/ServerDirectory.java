package org.stoa.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.stoa.cluster.process.FileTree;

/**
 * The base directory of a WildFly server: made anew at each start but for the logs, for a clone holds nothing.
 *
 * @param path the directory
 */
record ServerDirectory(Path path) {

    void prepare(Path configuration) {
        for (var stale : new String[] {"configuration", "deployments", "data", "tmp"}) {
            FileTree.delete(path.resolve(stale));
        }
        FileTree.copy(configuration, path.resolve("configuration"), file -> !file.startsWith("standalone_xml_history"));
        try {
            Files.createDirectories(path.resolve("deployments"));
            Files.createDirectories(path.resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the application there for the server to find, with the marker that asks for its deployment. */
    void deploy(Path ear) {
        var deployments = path.resolve("deployments");
        try {
            Files.copy(ear, deployments.resolve(ear.getFileName()));
            Files.writeString(deployments.resolve(ear.getFileName() + ".dodeploy"), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the server tried to deploy the application and failed. */
    boolean refused(Path ear) {
        return Files.exists(path.resolve("deployments").resolve(ear.getFileName() + ".failed"));
    }
}
