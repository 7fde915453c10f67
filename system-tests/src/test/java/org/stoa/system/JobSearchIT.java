package org.stoa.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs are found by what they were told, by when they were submitted and by their batch. */
@ExtendWith(RunningShop.class)
class JobSearchIT {
    private static Shop shop;

    /** No clone knows it, and no other test. */
    private String type;

    private int made;

    @BeforeAll
    static void open(Shop running) {
        shop = running;
    }

    @BeforeEach
    void a_type_of_its_own() {
        type = "test-" + UUID.randomUUID();
    }

    @AfterEach
    void forget() {
        shop.sql("delete from job where type = '" + type + "'");
        shop.sql("delete from history.job where type = '" + type + "'");
    }

    @Test
    void by_a_part_of_the_arguments_in_whatever_case_or_by_json_that_they_contain() {
        var one = job("{\"file\": 12, \"title\": \"Moby-Dick\"}");
        var other = job("{\"file\": 13, \"title\": \"100% <Ulysses>\", \"lines\": [1, 2]}");
        assertThat(found("arguments", "moby")).containsExactly(one);
        assertThat(found("arguments", "100% <ulysses>")).containsExactly(other);
        assertThat(found("arguments", "{\"file\": 13}")).containsExactly(other);
        assertThat(found("arguments", "{\"lines\": [2]}")).containsExactly(other);
        assertThat(found("arguments", "{}")).containsExactly(other, one);
        assertThat(found("arguments", "{\"file\": \"13\"}")).isEmpty();
        assertThat(found("arguments", "'; drop table job; --")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"file\": 1",
                "{'file': 1}",
                "{} {}",
                "{\"a\": 1e999999}",
                "{\"a\": \"\\u0000\"}",
                "{\"a\": \"\\ud800\"}",
                "a\0b"
            })
    void what_is_no_json_is_refused_in_words(String hostile) {
        assertThat(shop.staff()
                        .get("/api/v1/jobs?arguments=" + encoded(hostile))
                        .status())
                .isEqualTo(400);
        var page = shop.staff().get("/staff/jobs?arguments=" + encoded(hostile));
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.page().select(".notice[data-problem=true]").text()).contains("arguments:");
    }

    @Test
    void by_when_they_were_submitted_in_the_history_too() {
        shop.sql("select history.make_weeks()");
        var old = job("{}", "2026-01-31T12:00:00.500Z");
        var young = job("{}", "2026-01-31T12:00:01Z");
        shop.sql("""
                insert into history.job (id, type, queue, priority, payload, payload_version, state, attempts, done, total, message,
                       created_at, not_before, finished_at, ended_attempts, moved_at)
                select id, type, queue, priority, payload, payload_version, 'cancelled', attempts, done, total, message,
                       created_at, not_before, now(), '[]', now() from job where id = '%s'
                """.formatted(old));
        shop.sql("delete from job where id = '%s'".formatted(old));
        assertThat(found("from", "2026-01-31T12:00:00Z")).containsExactly(young, old);
        assertThat(found("from", "2026-01-31T13:00:01+01:00")).containsExactly(young);
        assertThat(found("from", "2026-01-31T12:00:00.6")).containsExactly(young);
        assertThat(found("to", "2026-01-31T12:00:01")).containsExactly(old);
        assertThat(found("to", "2026-01-31T12:00")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2026-02-30T00:00",
                "2026-01-31",
                "-999999999-01-01T00:00",
                "10000-01-01T00:00Z",
                "1"
            })
    void what_is_no_time_is_refused_in_words(String nonsense) {
        var reply = shop.staff().get("/api/v1/jobs?from=" + encoded(nonsense));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("detail").asText()).contains("from: a time like 2026-01-31T12:00:00Z");
        var page = shop.staff().get("/staff/jobs?to=" + encoded(nonsense));
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.page().select(".notice[data-problem=true]").text()).contains("to: a time like");
        assertThat(page.page().select("#jobs-to").val()).isEqualTo(nonsense);
    }

    @Test
    void by_their_batch() {
        var batch = UUID.randomUUID().toString();
        var one = job("{}");
        job("{}");
        shop.sql("update job set batch = '%s' where id = '%s'".formatted(batch, one));
        assertThat(found("batch", batch)).containsExactly(one);
        assertThat(found("batch", UUID.randomUUID().toString())).isEmpty();
        assertThat(shop.staff().get("/api/v1/jobs?batch=42").status()).isEqualTo(400);
        var page = shop.staff().get("/jobs/" + one).page();
        assertThat(page.select(".job-facts a[href$=" + batch + "]").attr("href"))
                .isEqualTo("/staff/jobs?batch=" + batch);
        assertThat(shop.staff().get("/staff/jobs?batch=" + batch).page().select(".jobs-row"))
                .hasSize(1);
    }

    @Test
    void what_was_asked_for_stays_when_jobs_are_changed() {
        var job = job("{\"file\": 12}");
        var reply = shop.staff()
                .form(
                        "/staff/jobs",
                        Map.of("type", type, "arguments", "{\"file\": 12}", "job", job, "action", "cancel"));
        assertThat(reply.header("Location"))
                .isEqualTo("/staff/jobs?type=" + type
                        + "&arguments=%7B%22file%22%3A+12%7D&notice=jobs-cancelled&changed=1&chosen-jobs=1");
        assertThat(shop.staff().get(reply.header("Location")).page().select(".jobs-row[data-state=cancelled]"))
                .hasSize(1);
    }

    private List<String> found(String name, String value) {
        var reply = shop.staff().get("/api/v1/jobs?type=" + type + "&" + name + "=" + encoded(value));
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        var ids = new ArrayList<String>();
        reply.json().get("items").forEach(job -> ids.add(job.get("id").asText()));
        return ids;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String job(String payload) {
        return job(payload, Instant.now().toString());
    }

    /** With an id of that time, as the database draws them (RFC 9562, version 7). */
    private String job(String payload, String time) {
        long count = made++;
        var job = new UUID(Instant.parse(time).toEpochMilli() << 16 | 0x7000 | count, Long.MIN_VALUE).toString();
        shop.sql("""
                insert into job (id, type, payload, state, not_before, created_at)
                values ('%s', '%s', '%s', 'waiting', clock_timestamp() + interval '1 day', '%s')
                """.formatted(job, type, payload, time));
        return job;
    }
}
