package org.stoa.web.api;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.WriteListener;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.stoa.job.JobFollower;
import org.stoa.job.JobId;
import org.stoa.job.JobNews;
import org.stoa.member.MemberId;

/**
 * The events of a job on their way to one client (server-sent events, WHATWG HTML, 9.2). No thread waits for it: whoever has something
 * to tell writes it if the last was taken. If not, nothing more is kept for the client; what he lacks he is told when he is ready.
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

    private static final Logger LOG = Logger.getLogger(EventStream.class.getName());

    private final JobId job;
    private final Optional<MemberId> reader;
    private final AsyncContext context;
    private final Closeable connection;
    private final Owner owner;
    private final long end =
            System.nanoTime() + LONGEST.toNanos() - ThreadLocalRandom.current().nextLong(SPREAD.toNanos());

    // All below is guarded by this.
    private final EventText text;
    private final ReadyOutput out;
    private boolean greeted;
    private boolean ending;
    private boolean over;

    /** Who has opened the stream. */
    interface Owner {
        /** The client lacks more than he could be told at once: he is to be told the rest soon. */
        void lacksMore(EventStream stream);

        /** Once, at the end. */
        void ended(EventStream stream);

        /** A client took nothing for too long; {@link #ended} follows. */
        void cutOff(EventStream stream);
    }

    /**
     * @param known the number of the last line that the client has
     * @param connection the way to the client, to be broken off where he takes nothing
     */
    EventStream(
            JobId job, Optional<MemberId> reader, long known, AsyncContext context, Closeable connection, Owner owner)
            throws IOException {
        this.job = job;
        this.reader = reader;
        this.context = context;
        this.connection = connection;
        this.owner = owner;
        this.text = new EventText(known);
        this.out = new ReadyOutput(context.getResponse().getOutputStream());
    }

    void begin() throws IOException {
        context.getResponse().getOutputStream().setWriteListener(this);
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
        return text.lastLine();
    }

    @Override
    public void onWritePossible() {
        use(() -> {
            out.ready();
            if (!greeted) {
                greeted = true;
                out.write(EventText.GREETING);
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
        var more = new AtomicBoolean();
        use(() -> {
            if (out.isReady() && !ending && news.areFor(text.lastLine())) {
                var told = text.next(news);
                out.write(told.text());
                ending = told.end();
                more.set(told.more());
            }
        });
        if (more.get()) {
            owner.lacksMore(this);
        }
    }

    @Override
    public void pulse() {
        boolean stuck;
        synchronized (this) {
            stuck = !out.isReady() && out.rest().compareTo(PATIENCE) > 0;
        }
        if (stuck) {
            LOG.log(Level.FINE, "A client takes nothing: cut off.");
            owner.cutOff(this);
            breakOff();
            return;
        }
        use(() -> {
            if (System.nanoTime() - end > 0) {
                ending = true;
            } else if (out.isReady() && out.rest().compareTo(HEARTBEAT) > 0) {
                out.write(EventText.COMMENT);
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
                finished = ending && out.isReady();
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
        owner.ended(this);
        try {
            context.complete();
        } catch (IllegalStateException e) {
            LOG.log(Level.FINE, "The server has ended it already.", e);
        }
    }
}
