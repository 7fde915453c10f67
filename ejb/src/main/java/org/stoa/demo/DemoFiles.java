package org.stoa.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** The files that the demo shop is made of. */
final class DemoFiles {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private DemoFiles() {}

    static List<DemoCategory> categories() {
        return read("categories.json", new TypeReference<>() {});
    }

    static List<DemoBook> books() {
        return Stream.of("books-fiction.json", "books-ideas.json")
                .flatMap(file -> read(file, new TypeReference<List<DemoBook>>() {}).stream())
                .toList();
    }

    static DemoOpinions opinions() {
        return read("reviews.json", new TypeReference<>() {});
    }

    private static <T> T read(String file, TypeReference<T> type) {
        try (var in = DemoFiles.class.getResourceAsStream(file)) {
            return MAPPER.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read " + file, e);
        }
    }
}
