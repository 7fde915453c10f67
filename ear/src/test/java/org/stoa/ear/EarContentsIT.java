package org.stoa.ear;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** What is in the EAR, and what is not. */
class EarContentsIT {
    private static final Pattern VERSION = Pattern.compile("-\\d.*\\.jar$");

    /** The server has them, but warns of applications that use its own. */
    private static final Set<String> KEPT_BY_THE_SERVER = Set.of("caffeine");

    @Test
    void it_bundles_nothing_that_the_server_provides() throws IOException {
        var bundled = new TreeSet<String>();
        try (var ear = Files.newInputStream(Path.of(System.getProperty("stoa.ear")))) {
            collectJars(ear, bundled);
        }
        assertThat(bundled).contains("flyway-core", "omnifaces");
        bundled.removeAll(KEPT_BY_THE_SERVER);
        assertThat(bundled).doesNotContainAnyElementsOf(provided());
    }

    @Test
    void the_check_would_see_a_bundled_copy() throws IOException {
        assertThat(provided()).contains("hibernate-core", "infinispan-core", "jackson-databind", "postgresql");
    }

    private static Set<String> provided() throws IOException {
        try (var files = Files.walk(Path.of(System.getProperty("stoa.image"), "modules"))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .map(EarContentsIT::artifact)
                    .collect(Collectors.toSet());
        }
    }

    private static void collectJars(InputStream archive, Set<String> found) throws IOException {
        var zip = new ZipInputStream(archive);
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().endsWith(".jar")) {
                found.add(artifact(Path.of(entry.getName())));
            } else if (entry.getName().endsWith(".war")) {
                collectJars(zip, found);
            }
        }
    }

    private static String artifact(Path jar) {
        return VERSION.matcher(jar.getFileName().toString()).replaceFirst("");
    }
}
