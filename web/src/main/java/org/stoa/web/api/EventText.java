package org.stoa.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.stoa.job.JobNews;
import org.stoa.job.JobView;

/**
 * What one client is told of a job, as server-sent events (WHATWG HTML, 9.2), and up to where he knows it. Not safe for use by
 * several threads at once.
 */
final class EventText {
    /** The client comes back after 1 s when the stream ends. */
    static final String GREETING = "retry: 1000\n\n";

    /** Says nothing. */
    static final String COMMENT = ":\n\n";

    /** So many characters of lines and one line more are told at once: what a slow client does not take is kept for him. */
    private static final int MOST = 16_384;

    private static final JsonMapper JSON = new JsonMapper();

    private long line;
    private JobView shown;

    /**
     * @param known the number of the last line that the client has
     */
    EventText(long known) {
        this.line = known;
    }

    /**
     * What is to be told next.
     *
     * @param text the events, perhaps none
     * @param more whether there are more lines than these, so that the rest is to be told soon
     * @param end whether nothing follows
     */
    record Told(String text, boolean more, boolean end) {}

    /** The number of the last line that the client has, or was told. */
    long lastLine() {
        return line;
    }

    /** What the client does not know yet; from now on he does. */
    Told next(JobNews news) throws JsonProcessingException {
        var text = new StringBuilder();
        for (var one : news.after(line)) {
            if (text.length() > MOST) {
                return new Told(text.toString(), true, false);
            }
            append(text, "line", new EventId(one.number(), false), JobLineJson.of(one));
            line = one.number();
        }
        line = news.lastLine();
        var json = JobJson.of(news.job());
        if (news.isEnd()) {
            var stamp = news.stamp().orElseThrow().toString();
            append(text, "end", new EventId(line, true), new JobEndJson(json, stamp));
        } else if (!news.job().equals(shown)) {
            append(text, "job", new EventId(line, false), json);
        }
        shown = news.job();
        return new Told(text.toString(), false, news.isEnd());
    }

    private static void append(StringBuilder text, String event, EventId id, Object data)
            throws JsonProcessingException {
        // JSON has no line breaks here.
        text.append("event: ").append(event).append("\nid: ").append(id);
        text.append("\ndata: ").append(JSON.writeValueAsString(data)).append("\n\n");
    }
}
