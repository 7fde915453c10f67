package org.stoa.web.site;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The files in {@code /assets/}, at addresses that change with their content, so that browsers may keep them for ever. */
@Named
@ApplicationScoped
public class Assets {
    private static final String FOLDER = "/assets/";

    private static final Map<String, String> CONTENT_TYPES = Map.of(
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "svg", "image/svg+xml;charset=UTF-8",
            "txt", "text/plain;charset=UTF-8",
            "ico", "image/x-icon",
            "png", "image/png");

    @Inject
    private ServletContext context;

    private Map<String, Asset> assets;

    @PostConstruct
    void read() {
        assets = context.getResourcePaths(FOLDER).stream()
                .map(this::read)
                .collect(Collectors.toUnmodifiableMap(Asset::name, Function.identity()));
    }

    /** Where browsers find the file of that name; throws IllegalArgumentException if there is none. */
    public String url(String name) {
        return named(name)
                .map(asset -> FOLDER + asset.hashedName())
                .orElseThrow(() -> new IllegalArgumentException("No asset " + name));
    }

    /** The file of that name in the WAR, or none. */
    Optional<Asset> named(String name) {
        return Optional.ofNullable(assets.get(name));
    }

    private Asset read(String path) {
        try (var stream = context.getResourceAsStream(path)) {
            return new Asset(path.substring(FOLDER.length()), SentFile.of(contentType(path), stream.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String contentType(String path) {
        return Optional.ofNullable(CONTENT_TYPES.get(path.substring(path.lastIndexOf('.') + 1)))
                .orElseThrow(() -> new IllegalStateException("No content type is known for " + path));
    }
}
