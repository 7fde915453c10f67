package org.stoa.web.api;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.stoa.Refusal;
import org.stoa.TooManyRequests;
import org.stoa.job.JobFollowers;
import org.stoa.job.JobId;
import org.stoa.member.MemberId;

/** The streams of events that this clone has open; so many at most. */
@ApplicationScoped
public class EventStreams implements EventStream.Owner {
    /** The media type of server-sent events. */
    static final String MEDIA_TYPE = "text/event-stream";

    /** On this clone. */
    private static final int MOST = 2_000;

    /** Of one member on this clone. */
    private static final int MOST_OF_MEMBER = 20;

    private static final Duration LATER = Duration.ofSeconds(10);

    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();

    @Inject
    private JobFollowers followers;

    @Inject
    private MeterRegistry registry;

    private Counter refused;
    private Counter cut;

    @PostConstruct
    void measure() {
        // By the registry: a builder would be another version's.
        registry.gauge("stoa.job.streams", open, Set::size);
        refused = registry.counter("stoa.job.streams.refused");
        cut = registry.counter("stoa.job.streams.cut");
    }

    /**
     * Refuses another stream where there are too many.
     *
     * @param reader a member; empty for a program of the staff
     * @throws Refusal unavailable, or too many of this member
     */
    void requireRoom(Optional<MemberId> reader) {
        if (open.size() >= MOST) {
            refused.increment();
            throw new Refusal(Refusal.Kind.UNAVAILABLE, "Too many follow jobs here. Please ask for the job itself.");
        }
        if (reader.isPresent()
                && open.stream().filter(one -> one.reader().equals(reader)).count() >= MOST_OF_MEMBER) {
            refused.increment();
            throw new TooManyRequests("You follow too many jobs at once.", LATER);
        }
    }

    /**
     * Begins to tell how a job goes on, in the answer to a request that has been put aside.
     *
     * @param known the number of the last line that the client has
     */
    void begin(JobId job, Optional<MemberId> reader, long known, AsyncContext request) throws IOException {
        var response = (HttpServletResponse) request.getResponse();
        response.setContentType(MEDIA_TYPE + ";charset=utf-8");
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        // For nginx, which would keep events together.
        response.setHeader("X-Accel-Buffering", "no");
        // The stream knows its own end.
        request.setTimeout(0);
        var connection = ServletRequestContext.requireCurrent().getExchange().getConnection();
        var stream = new EventStream(job, reader, known, request, connection, this);
        open.add(stream);
        stream.begin();
        followers.follow(stream);
    }

    @Override
    public void lacksMore(EventStream stream) {
        followers.heard(List.of(stream.job()));
    }

    @Override
    public void cutOff(EventStream stream) {
        cut.increment();
    }

    @Override
    public void ended(EventStream stream) {
        open.remove(stream);
        followers.forget(stream);
    }
}
