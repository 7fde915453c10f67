package org.stoa.job;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What this clone knows to do. */
@ApplicationScoped
class JobWorks {
    @Inject
    @Any
    private Instance<JobWork<?>> beans;

    private Map<String, JobWork<?>> byType;
    private String known;

    @PostConstruct
    void find() {
        byType = beans.stream()
                .collect(Collectors.toUnmodifiableMap(work -> work.type().name(), Function.identity()));
        // Names of types need no escapes.
        known = beans.stream()
                .map(JobWork::type)
                .map(type -> "\"%s\": %d".formatted(type.name(), type.version()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** The newest version of the payload that it knows, by type: a JSON object. */
    String known() {
        return known;
    }

    /** What does jobs of a type that it knows. */
    JobWork<?> of(String type) {
        return byType.get(type);
    }
}
