package org.stoa.system.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import net.bytebuddy.ByteBuddy;
import org.stoa.system.faults.agent.PlantAgent;

/** The agent with all that it needs, as a file that a virtual machine can load. */
final class AgentJar {
    private AgentJar() {}

    /** Makes it. */
    static Path make() {
        try {
            var file = Files.createTempFile("stoa-plants", ".jar");
            file.toFile().deleteOnExit();
            try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest());
                    var library = new JarFile(classesOf(ByteBuddy.class).toFile())) {
                addAgent(jar);
                addLibrary(library, jar);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Manifest manifest() {
        var manifest = new Manifest();
        var attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(new Attributes.Name("Agent-Class"), PlantAgent.class.getName());
        attributes.put(new Attributes.Name("Can-Retransform-Classes"), "true");
        return manifest;
    }

    private static void addAgent(JarOutputStream jar) throws IOException {
        var root = classesOf(PlantAgent.class);
        var directory = root.resolve(PlantAgent.class.getPackageName().replace('.', '/'));
        try (var classes = Files.newDirectoryStream(directory, "*.class")) {
            for (var type : classes) {
                jar.putNextEntry(new ZipEntry(root.relativize(type).toString()));
                Files.copy(type, jar);
            }
        }
    }

    private static void addLibrary(JarFile library, JarOutputStream jar) throws IOException {
        for (var entry : (Iterable<JarEntry>) library.stream()::iterator) {
            if (entry.getName().startsWith("net/bytebuddy/") && entry.getName().endsWith(".class")) {
                jar.putNextEntry(new ZipEntry(entry.getName()));
                try (var bytes = library.getInputStream(entry)) {
                    bytes.transferTo(jar);
                }
            }
        }
    }

    private static Path classesOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
