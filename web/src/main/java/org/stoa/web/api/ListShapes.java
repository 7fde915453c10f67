package org.stoa.web.api;

import java.util.List;

/** What is in a {@link ListJson}, for the description of the API, which has no type parameters. */
final class ListShapes {
    private ListShapes() {}

    record Jobs(List<JobJson> items, String next) {}

    record Lines(List<JobLineJson> items) {}

    record Attempts(List<AttemptJson> items) {}

    record JobChanges(List<JobChangeJson> items) {}

    record Queues(List<QueueJson> items) {}

    record Schedules(List<ScheduleJson> items) {}

    record Workers(List<WorkerJson> items) {}
}
