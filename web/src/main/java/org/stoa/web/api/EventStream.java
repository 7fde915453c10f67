package org.stoa.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.stoa.job.JobFollower;
import org.stoa.job.JobId;
import org.stoa.job.JobNews;
import org.stoa.job.JobView;
import org.stoa.member.MemberId;

/**
 * The events of a job on their way to one client (server-sent events, WHATWG HTML, 9.2). No thread waits for it: whoever has something
 * to tell writes it if the last was taken. If not, nothing is kept for the client; what he lacks he is told when he is ready.
 */
final class EventStream implements WriteListener, JobFollower {
    /** The balancer gives a request 60 s; and who may not follow the job any more does not for long. */
    private static final Duration LONGEST = Duration.ofSeconds(50);

    /** Streams that began together don't all end at once; each is so much shorter at most. */
    private static final Duration SPREAD = Duration.ofSeconds(10);

    /** After so long without an event a comment is sent: so it is found out who is gone. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    /** A client that takes nothing for so long is cut off. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The client comes back after 1 s when the stream ends. */
    private static final String GREETING = "retry: 1000\n\n";

    private static final String COMMENT = ":\n\n";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Logger LOG = Logger.getLogger(EventStream.class.getName());

    private final JobId job;
    private final Optional<MemberId> reader;
    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Closeable connection;
    private final Consumer<EventStream> ended;
    private final long end =
            System.nanoTime() + LONGEST.toNanos() - ThreadLocalRandom.current().nextLong(SPREAD.toNanos());

    // All below is guarded by this.
    private long line;
    private JobView shown;
    private boolean greeted;
    private boolean writable;
    private boolean unflushed;
    private boolean ending;
    private boolean over;
    private long taken = System.nanoTime();

    /**
     * @param known the number of the last line that the client has
     * @param connection the way to the client, to be broken off where he takes nothing
     * @param ended is told once, at the end
     */
    EventStream(
            JobId job,
            Optional<MemberId> reader,
            long known,
            AsyncContext context,
            Closeable connection,
            Consumer<EventStream> ended)
            throws IOException {
        this.job = job;
        this.reader = reader;
        this.line = known;
        this.context = context;
        this.out = context.getResponse().getOutputStream();
        this.connection = connection;
        this.ended = ended;
    }

    void begin() {
        out.setWriteListener(this);
    }

    /** The member who follows; empty for a program of the staff. */
    Optional<MemberId> reader() {
        return reader;
    }

    @Override
    public JobId job() {
        return job;
    }

    @Override
    public synchronized long lastLine() {
        return line;
    }

    @Override
    public void onWritePossible() {
        use(() -> {
            writable = true;
            taken = System.nanoTime();
            if (greeted) {
                flush();
            } else {
                greeted = true;
                write(GREETING);
            }
        });
    }

    @Override
    public void onError(Throwable failure) {
        LOG.log(Level.FINE, "A client is gone.", failure);
        breakOff();
    }

    @Override
    public void show(JobNews news) {
        use(() -> {
            if (writable && !ending && news.areFor(line)) {
                write(text(news));
            }
        });
    }

    /** What the client does not know yet. */
    private String text(JobNews news) throws JsonProcessingException {
        var text = new StringBuilder();
        for (var one : news.after(line)) {
            append(text, "line", new EventId(one.number(), false), JobLineJson.of(one));
        }
        line = news.lastLine();
        var json = JobJson.of(news.job());
        if (news.isEnd()) {
            var stamp = news.stamp().orElseThrow().toString();
            append(text, "end", new EventId(line, true), new JobEndJson(json, stamp));
            ending = true;
        } else if (!news.job().equals(shown)) {
            append(text, "job", new EventId(line, false), json);
        }
        shown = news.job();
        return text.toString();
    }

    private static void append(StringBuilder text, String event, EventId id, Object data)
            throws JsonProcessingException {
        // JSON has no line breaks here.
        text.append("event: ").append(event).append("\nid: ").append(id);
        text.append("\ndata: ").append(JSON.writeValueAsString(data)).append("\n\n");
    }

    @Override
    public void pulse() {
        long now = System.nanoTime();
        boolean stuck;
        synchronized (this) {
            stuck = !writable && now - taken > PATIENCE.toNanos();
        }
        if (stuck) {
            LOG.log(Level.FINE, "A client takes nothing: cut off.");
            breakOff();
            return;
        }
        use(() -> {
            if (now - end > 0) {
                ending = true;
            } else if (writable && now - taken > HEARTBEAT.toNanos()) {
                write(COMMENT);
            }
        });
    }

    @Override
    public void leave() {
        use(() -> ending = true);
    }

    @FunctionalInterface
    private interface Use {
        void run() throws IOException;
    }

    /** Does something with the stream, by one thread at a time; then ends it if it is to be ended and all was taken. */
    private void use(Use what) {
        boolean finished = false;
        boolean broken = false;
        synchronized (this) {
            if (over) {
                return;
            }
            try {
                what.run();
                finished = ending && writable;
                over = finished;
            } catch (IOException | RuntimeException e) {
                // Nobody else's stream may suffer from it.
                LOG.log(Level.FINE, "A client is gone.", e);
                broken = true;
            }
        }
        if (broken) {
            breakOff();
        } else if (finished) {
            complete();
        }
    }

    private void write(String text) throws IOException {
        if (!text.isEmpty()) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            unflushed = true;
            taken = System.nanoTime();
            flush();
        }
    }

    /** The server takes something only after it has said that it is ready. */
    private void flush() throws IOException {
        if (unflushed && out.isReady()) {
            unflushed = false;
            out.flush();
        }
        writable = out.isReady();
    }

    private void breakOff() {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
        }
        try {
            connection.close();
        } catch (IOException e) {
            LOG.log(Level.FINE, "It is closed already.", e);
        }
        complete();
    }

    private void complete() {
        ended.accept(this);
        try {
            context.complete();
        } catch (IllegalStateException e) {
            LOG.log(Level.FINE, "The server has ended it already.", e);
        }
    }
}
