package org.stoa.job;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What this clone knows to do. */
@ApplicationScoped
class JobWorks {
    @Inject
    @Any
    private Instance<JobWork> beans;

    private Map<String, JobWork> byType;

    @PostConstruct
    void find() {
        byType = beans.stream().collect(Collectors.toUnmodifiableMap(JobWork::type, Function.identity()));
    }

    /** All types that it knows. */
    Set<String> types() {
        return byType.keySet();
    }

    /** What does jobs of a type that it knows. */
    JobWork of(String type) {
        return byType.get(type);
    }
}
