package org.stoa.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Jobs and queues as staff see them, and who may. */
@ExtendWith(RunningShop.class)
class StaffJobsIT {
    private static Shop shop;

    /** No clone knows it, and no other test. */
    private String type;

    @BeforeAll
    static void open(Shop running) {
        shop = running;
    }

    @BeforeEach
    void a_type_of_its_own() {
        type = "test-" + UUID.randomUUID();
    }

    @AfterEach
    void usual_queues() {
        shop.sql("delete from job where type = '" + type + "'");
        shop.sql("delete from job_schedule where type = '" + type + "'");
        shop.sql("update job_queue set paused = false, most_running = null");
    }

    @Test
    void jobs_are_listed_by_state_queue_type_and_error_page_by_page() {
        for (int i = 0; i < 5; i++) {
            job("dead", "Line " + i + " has NO price");
        }
        job("ready", null);
        assertThat(ids("?type=" + type + "&limit=4")).hasSize(6);
        assertThat(ids("?type=" + type + "&state=dead&limit=2")).hasSize(5);
        assertThat(ids("?type=" + type + "&error=no%20price&queue=media")).hasSize(5);
        assertThat(ids("?type=" + type + "&error=line%203")).hasSize(1);
        assertThat(ids("?type=" + type + "&queue=mail")).isEmpty();
        for (var wrong :
                List.of("?state=nice", "?queue=none", "?cursor=7", "?limit=101", "?error=" + "x".repeat(201))) {
            assertThat(shop.staff().get("/api/v1/jobs" + wrong).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    /** Of all pages, each once. */
    private List<String> ids(String query) {
        var ids = new ArrayList<String>();
        var path = "/api/v1/jobs" + query;
        for (var page = list(path);
                ;
                page = list(path + "&cursor=" + page.get("next").asText())) {
            page.get("items").forEach(job -> ids.add(job.get("id").asText()));
            if (!page.has("next")) {
                assertThat(ids).doesNotHaveDuplicates().isSortedAccordingTo((one, other) -> other.compareTo(one));
                return ids;
            }
        }
    }

    private static JsonNode list(String path) {
        var reply = shop.staff().get(path);
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        return reply.json();
    }

    @Test
    void a_dead_job_is_tried_again_or_discarded_and_its_attempts_are_told() {
        var job = job("dead", "No paper");
        var path = "/api/v1/jobs/" + job;
        shop.sql(
                "insert into job_attempt (job_id, clone, began_at, outcome, error) values ('%s', 'node-9', now(), 'failed',"
                                .formatted(job)
                        + " 'No paper')");
        var attempt = list(path + "/attempts").get("items").get(0);
        assertThat(attempt.get("clone").asText()).isEqualTo("node-9");
        assertThat(attempt.get("error").asText()).isEqualTo("No paper");

        var again = shop.staff().json("POST", path + "/attempts", "{}");
        assertThat(again.status()).as("%s", again).isEqualTo(202);
        assertThat(state(job)).isEqualTo("ready");
        assertThat(shop.staff().json("POST", path + "/attempts", "{}").status()).isEqualTo(409);

        var unwanted = job("dead", "No ink");
        assertThat(shop.staff().delete("/api/v1/jobs/" + unwanted).status()).isEqualTo(204);
        assertThat(state(unwanted)).isEqualTo("cancelled");
    }

    @Test
    void many_are_tried_again_at_once_by_form() {
        var one = job("dead", "No paper");
        job("dead", "No paper, either");
        var path = "/staff/jobs?type=" + type;
        assertThat(shop.staff().get(path).page().select(".jobs-row[data-state=dead]"))
                .hasSize(2);
        assertThat(shop.staff().get("/jobs/" + one).page().select(".job-error").text())
                .isEqualTo("No paper");

        var form = shop.staff().form("/staff/jobs", Map.of("type", type, "job", one, "action", "retry"));
        assertThat(form.status()).as("%s", form).isEqualTo(303);
        assertThat(form.header("Location")).isEqualTo(path + "&notice=jobs-changed");
        assertThat(state(one)).isEqualTo("ready");
        var twice = shop.staff().form("/staff/jobs", Map.of("type", type, "job", one, "action", "retry"));
        assertThat(twice.header("Location")).endsWith("notice=jobs-not-changed");
        assertThat(shop.staff()
                        .form("/staff/jobs", Map.of("job", one, "action", "burn"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_queue_tells_what_is_in_it_and_is_paused_and_limited() {
        job("ready", null);
        job("dead", "No paper");
        var before = queue("media");
        assertThat(before.get("ready").asInt()).isGreaterThanOrEqualTo(1);
        assertThat(before.get("dead").asInt()).isGreaterThanOrEqualTo(1);
        assertThat(before.get("oldestSeconds").asLong()).isNotNegative();
        assertThat(before.get("paused").asBoolean()).isFalse();

        assertThat(patch("media", "{\"paused\": true, \"mostRunning\": 3}")).isEqualTo(204);
        assertThat(queue("media").get("paused").asBoolean()).isTrue();
        assertThat(queue("media").get("mostRunning").asInt()).isEqualTo(3);
        var page = shop.staff().get("/staff/queues").page();
        assertThat(page.select(".queue[data-paused=true] h2").eachText()).containsExactly("media");

        var resumed = shop.staff().form("/staff/queues", Map.of("queue", "media", "action", "resume"));
        assertThat(resumed.status()).isEqualTo(303);
        assertThat(patch("media", "{\"mostRunning\": null}")).isEqualTo(204);
        assertThat(queue("media").get("paused").asBoolean()).isFalse();
        assertThat(queue("media").has("mostRunning")).isFalse();

        assertThat(patch("none", "{\"paused\": true}")).isEqualTo(404);
        for (var wrong : List.of("{\"paused\": 1}", "{\"mostRunning\": 0}", "{\"name\": \"x\"}", "[]")) {
            assertThat(patch("media", wrong)).as(wrong).isEqualTo(422);
        }
    }

    @Test
    void what_comes_again_is_run_now_and_paused_by_form() {
        shop.sql("""
                insert into job_schedule (name, cron, zone, type, payload, payload_version, queue, priority, most_attempts, next_at)
                values ('%1$s', '0 0 1 1 *', 'UTC', '%1$s', '{}', 1, 'media', 5, 8, now() + interval '1 year')
                """.formatted(type));
        assertThat(shop.staff().get("/staff/queues").page().select(".queue h3").eachText())
                .contains(type);
        var run = shop.staff().form("/staff/queues", Map.of("schedule", type, "action", "run"));
        assertThat(run.header("Location")).startsWith("/jobs/");
        assertThat(state(run.header("Location").substring("/jobs/".length()))).isEqualTo("ready");
        shop.staff().form("/staff/queues", Map.of("schedule", type, "action", "pause"));
        assertThat(shop.staff()
                        .get("/staff/queues")
                        .page()
                        .select(".queue[data-paused=true] h3")
                        .eachText())
                .containsExactly(type);
        assertThat(shop.staff()
                        .form("/staff/queues", Map.of("schedule", "none", "action", "run"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void strangers_see_none_of_it() {
        var job = job("dead", "No paper");
        for (var path : List.of("/api/v1/jobs", "/api/v1/queues", "/api/v1/jobs/" + job + "/attempts")) {
            assertThat(shop.visitor().get(path).status()).as(path).isEqualTo(401);
        }
        for (var path : List.of("/staff/jobs", "/staff/queues")) {
            assertThat(shop.visitor().get(path).status()).as(path).isEqualTo(303);
        }
        assertThat(shop.visitor()
                        .json("POST", "/api/v1/jobs/" + job + "/attempts", "{}")
                        .status())
                .isEqualTo(401);
        assertThat(state(job)).isEqualTo("dead");
    }

    private String job(String state, String error) {
        var job = UUID.randomUUID().toString();
        shop.sql(
                "insert into job (id, type, queue, payload, state, error, finished_at) values ('%s', '%s', 'media', '{}', '%s',"
                                .formatted(job, type, state)
                        + (error == null ? "null, null)" : "'" + error + "', clock_timestamp())"));
        return job;
    }

    private static String state(String job) {
        return shop.staff().get("/api/v1/jobs/" + job).json().get("state").asText();
    }

    private static JsonNode queue(String name) {
        for (var queue : list("/api/v1/queues").get("items")) {
            if (queue.get("name").asText().equals(name)) {
                return queue;
            }
        }
        throw new AssertionError("No queue " + name);
    }

    private static int patch(String queue, String body) {
        return shop.staff().json("PATCH", "/api/v1/queues/" + queue, body).status();
    }
}
