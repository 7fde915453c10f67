package org.stoa.workers.job;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoa.job.JobBell;
import org.stoa.job.JobQueue;

class QueueWorkersTest {
    @ParameterizedTest
    @EnumSource
    void a_queue_has_as_many_consumers_as_workers(JobQueue queue) {
        var settings = settings(
                switch (queue) {
                    case URGENT -> UrgentWorker.class;
                    case BULK -> BulkWorker.class;
                    case MEDIA -> MediaWorker.class;
                    case MAIL -> MailWorker.class;
                });
        assertThat(settings)
                .containsEntry("maxSession", String.valueOf(queue.workers()))
                .containsEntry("destinationLookup", bell(queue));
    }

    private static String bell(JobQueue queue) {
        return switch (queue) {
            case URGENT -> JobBell.URGENT;
            case BULK -> JobBell.BULK;
            case MEDIA -> JobBell.MEDIA;
            case MAIL -> JobBell.MAIL;
        };
    }

    private static Map<String, String> settings(Class<?> worker) {
        return Stream.of(worker.getAnnotation(MessageDriven.class).activationConfig())
                .collect(Collectors.toMap(
                        ActivationConfigProperty::propertyName, ActivationConfigProperty::propertyValue));
    }
}
