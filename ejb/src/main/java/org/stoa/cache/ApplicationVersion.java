package org.stoa.cache;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which version of the application this is: clones of different ones share nothing in their caches. */
@ApplicationScoped
class ApplicationVersion {
    private static final String SNAPSHOT = "-SNAPSHOT";

    private String text;

    @PostConstruct
    void read() {
        var properties = new Properties();
        try (var file = ApplicationVersion.class.getResourceAsStream("version.properties")) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var version = properties.getProperty("version");
        // A snapshot is not the same as the one before.
        text = version.endsWith(SNAPSHOT) ? version + '@' + properties.getProperty("built") : version;
    }

    /** Its number; of a snapshot, with the time at which it was built. */
    String text() {
        return text;
    }
}
