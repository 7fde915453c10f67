package org.stoa.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
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
        assertThat(form.header("Location")).isEqualTo(path + "&notice=jobs-retried&changed=1&chosen-jobs=1");
        assertThat(notice(form)).isEqualTo("Tried again: 1 of 1.");
        assertThat(state(one)).isEqualTo("ready");
        var twice = shop.staff().form("/staff/jobs", Map.of("type", type, "job", one, "action", "retry"));
        assertThat(twice.header("Location")).endsWith("notice=jobs-retried&changed=0&chosen-jobs=1");
        assertThat(notice(twice)).contains("Tried again: 0 of 1", "only dead jobs are tried again");
        assertThat(notice(shop.staff().form("/staff/jobs", Map.of("type", type, "action", "retry"))))
                .isEqualTo("Please choose at least one job first.");
        assertThat(shop.staff()
                        .get("/staff/jobs?notice=jobs-retried&changed=%3Cb%3E&chosen-jobs=1")
                        .page()
                        .select(".notice"))
                .isEmpty();
        assertThat(shop.staff()
                        .form("/staff/jobs", Map.of("job", one, "action", "burn"))
                        .status())
                .isEqualTo(400);
    }

    private static String notice(Visitor.Reply reply) {
        return shop.staff()
                .get(reply.header("Location"))
                .page()
                .select(".notice")
                .text();
    }

    @Test
    void all_that_match_are_tried_again_or_taken_back_at_once_on_whichever_page_they_are() {
        for (int i = 0; i < 27; i++) {
            job("dead", "No paper");
        }
        var other = job("dead", "No ink");
        var path = "/staff/jobs?state=dead&type=" + type;
        var page = shop.staff().get(path).page();
        assertThat(page.select("button[value=retry-all]")).hasSize(1);
        assertThat(shop.staff().get(path + "&chosen=all").page().select(".jobs-row input[checked]"))
                .hasSize(25);

        var wanted = Map.of("type", type, "state", "dead", "error", "no paper", "action", "retry-all");
        assertThat(notice(shop.staff().form("/staff/jobs", wanted))).isEqualTo("Tried again: 27 of 27.");
        assertThat(state(other)).isEqualTo("dead");
        var rest = Map.of("type", type, "action", "cancel-all");
        assertThat(notice(shop.staff().form("/staff/jobs", rest))).isEqualTo("Cancelled or discarded: 28 of 28.");
        assertThat(ids("?type=" + type + "&state=cancelled")).hasSize(28);
        assertThat(notice(shop.staff().form("/staff/jobs", wanted))).isEqualTo("There were no such jobs any more.");
    }

    @Test
    void a_job_that_was_dead_for_too_long_cannot_be_changed() {
        var job = job("dead", "No paper");
        shop.sql("update job set finished_at = clock_timestamp() - interval '31 days' where id = '" + job + "'");
        // In the history soon, if not yet.
        assertThat(shop.staff().get("/jobs/" + job).page().select(".job-ways")).isEmpty();
        var list = shop.staff().get("/staff/jobs?type=" + type).page();
        assertThat(list.select(".jobs-row")).hasSize(1);
        assertThat(list.select(".jobs-row input")).isEmpty();
        shop.sql("delete from history.job where type = '" + type + "'");
    }

    @Test
    void a_state_is_chosen_beside_whatever_else_is_asked_for() {
        job("dead", "No paper");
        var page = shop.staff()
                .get("/staff/jobs?queue=media&type=" + type + "&error=paper")
                .page();
        assertThat(page.select(".tabs a[data-state=dead]").attr("href"))
                .isEqualTo("/staff/jobs?state=dead&queue=media&type=" + type + "&error=paper");
        assertThat(page.select(".tab-count")).isEmpty();
        assertThat(page.select(".jobs-chips a[href='/staff/jobs?queue=media&type=" + type + "']"))
                .hasSize(1);
    }

    @Test
    void many_are_tried_again_or_taken_back_at_once_by_programs() {
        var dead = job("dead", "No paper");
        var ready = job("ready", null);
        var nobody = UUID.randomUUID().toString();
        var again = many("job-retries", dead, ready, nobody, "42");
        assertThat(again.findValuesAsText("id")).containsExactly(dead, ready, nobody, "42");
        assertThat(again.findValuesAsText("changed")).containsExactly("true", "false", "false", "false");
        assertThat(again.findValuesAsText("error"))
                .hasSize(3)
                .first()
                .asString()
                .contains("is ready");
        assertThat(state(dead)).isEqualTo("ready");

        var unwanted = job("dead", "No ink");
        assertThat(many("job-cancellations", dead, unwanted, dead).findValuesAsText("changed"))
                .containsExactly("true", "true", "true");
        assertThat(state(unwanted)).isEqualTo("cancelled");

        var tooMany = "{\"jobs\": [" + "\"x\",".repeat(100) + "\"x\"]}";
        for (var wrong : List.of("{}", "[]", "{\"jobs\": []}", "{\"jobs\": [null]}", "null", tooMany)) {
            for (var change : List.of("job-retries", "job-cancellations")) {
                assertThat(shop.staff().json("POST", "/api/v1/" + change, wrong).status())
                        .as(change + wrong)
                        .isIn(400, 422);
            }
        }
    }

    private static JsonNode many(String change, String... jobs) {
        var reply =
                shop.staff().json("POST", "/api/v1/" + change, "{\"jobs\": [\"" + String.join("\", \"", jobs) + "\"]}");
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        return reply.json().get("items");
    }

    @Test
    void a_job_tells_staff_what_it_was_told_and_is_changed_on_its_page() {
        var job = job("dead", "No paper");
        shop.sql(("update job set payload = '{\"file\": 12, \"name\": \"<script>alert(1)</script>\"}', priority = 7,"
                        + " unique_key = 'the only one', clone = 'node-9' where id = '%s'")
                .formatted(job));
        var details = shop.staff().get("/api/v1/jobs/" + job).json().get("details");
        assertThat(details.at("/arguments/file").asInt()).isEqualTo(12);
        assertThat(details.get("priority").asInt()).isEqualTo(7);
        assertThat(details.get("key").asText()).isEqualTo("the only one");
        assertThat(details.get("clone").asText()).isEqualTo("node-9");

        var page = shop.staff().get("/jobs/" + job).page();
        assertThat(page.select(".job-arguments").text())
                .contains("\"file\" : 12")
                .contains("<script>alert(1)</script>");
        assertThat(page.select(".job-facts").text()).contains("the only one", "node-9", "media", type);

        var again = shop.staff().form("/jobs/" + job, Map.of("action", "retry"));
        assertThat(again.status()).isEqualTo(303);
        assertThat(again.header("Location")).isEqualTo("/jobs/" + job + "?notice=job-retried");
        assertThat(state(job)).isEqualTo("ready");
        assertThat(shop.staff().form("/jobs/" + job, Map.of("action", "retry")).header("Location"))
                .endsWith("?notice=job-not-changed");
        shop.staff().form("/jobs/" + job, Map.of("action", "cancel"));
        assertThat(state(job)).isEqualTo("cancelled");
        assertThat(shop.staff().form("/jobs/" + job, Map.of("action", "burn")).status())
                .isEqualTo(400);
        assertThat(shop.staff().get("/jobs/" + job).page().select(".job-ways button"))
                .isEmpty();
    }

    @Test
    void states_are_counted() {
        long before = counted("dead");
        job("dead", "No paper");
        job("dead", "No ink");
        // Other tests leave dead jobs alone.
        assertThat(counted("dead")).isEqualTo(before + 2);
        assertThat(shop.staff()
                        .get("/staff/jobs?state=dead")
                        .page()
                        .select(".tabs a[aria-current]")
                        .text())
                .startsWith("Dead");
    }

    private static long counted(String state) {
        var count = shop.staff()
                .get("/staff/jobs")
                .page()
                .select(".tabs a[data-state=" + state + "] .tab-count")
                .text();
        return Long.parseLong(count.replace(",", ""));
    }

    @Test
    void the_workers_of_a_clone_are_told_even_if_they_have_nothing_to_do() {
        Shop.await("both clones are there", () -> {
            var clones = list("/api/v1/workers").get("items");
            return clones.findValuesAsText("clone").containsAll(List.of("node-1", "node-2"))
                    && !worker("node-1").get("silent").asBoolean()
                    && !worker("node-2").get("silent").asBoolean();
        });
        assertThat(worker("node-2").at("/workers/bulk").asInt()).isPositive();

        var job = job("ready", null);
        shop.sql(
                ("update job set state = 'running', epoch = gen_random_uuid(), clone = 'node-9', claimed_at = clock_timestamp(),"
                                + " lease_until = clock_timestamp() + interval '1 hour' where id = '%s'")
                        .formatted(job));
        var busy = worker("node-9");
        assertThat(busy.get("silent").asBoolean()).isTrue();
        assertThat(busy.has("heardSecondsAgo")).isFalse();
        assertThat(busy.at("/jobs/0/id").asText()).isEqualTo(job);
        assertThat(busy.at("/jobs/0/late").asBoolean()).isFalse();
        var page = shop.staff().get("/staff/queues").page();
        assertThat(page.select(".clone h3").eachText()).contains("node-1", "node-2", "node-9");
        assertThat(page.select(".clone-jobs a[href=/jobs/" + job + "]")).hasSize(1);
    }

    private static JsonNode worker(String clone) {
        for (var worker : list("/api/v1/workers").get("items")) {
            if (worker.get("clone").asText().equals(clone)) {
                return worker;
            }
        }
        throw new AssertionError("No clone " + clone);
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
        shop.sql("""
                insert into job_attempt (job_id, clone, began_at, outcome)
                select id, 'node-9', now(), 'failed' from job where type = '%s' and state = 'dead'
                """.formatted(type));
        assertThat(queue("media").get("failedLastMinute").asInt())
                .isEqualTo(before.get("failedLastMinute").asInt() + 1);

        assertThat(patch("media", "{\"paused\": true, \"mostRunning\": 3}")).isEqualTo(204);
        assertThat(queue("media").get("paused").asBoolean()).isTrue();
        assertThat(queue("media").get("mostRunning").asInt()).isEqualTo(3);
        var page = shop.staff().get("/staff/queues").page();
        assertThat(page.select(".queue[data-paused=true] h2").eachText()).containsExactly("media");

        var resumed = shop.staff().form("/staff/queues", Map.of("queue", "media", "action", "resume"));
        assertThat(notice(resumed)).isEqualTo("The queue is resumed.");
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
        assertThat(notice(shop.staff().form("/staff/queues", Map.of("schedule", type, "action", "pause"))))
                .isEqualTo("The schedule is paused.");
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
    void what_comes_again_is_listed_retimed_paused_and_run_by_programs() {
        shop.sql("""
                insert into job_schedule (name, cron, zone, type, payload, payload_version, queue, priority, most_attempts, next_at)
                values ('%1$s', '0 0 1 1 *', 'Europe/Berlin', '%1$s', '{}', 1, 'media', 5, 8, now() + interval '1 year')
                """.formatted(type));
        var path = "/api/v1/schedules/" + type;
        assertThat(schedule().get("cron").asText()).isEqualTo("0 0 1 1 *");
        assertThat(shop.staff()
                        .json("PATCH", path, "{\"paused\": true, \"cron\": \"30 6 * * 1\"}")
                        .status())
                .isEqualTo(204);
        assertThat(schedule().get("paused").asBoolean()).isTrue();
        assertThat(schedule().get("cron").asText()).isEqualTo("30 6 * * 1");
        var next = Instant.parse(schedule().get("nextAt").asText()).atZone(ZoneId.of("Europe/Berlin"));
        assertThat(next.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(next.toLocalTime()).isEqualTo(LocalTime.of(6, 30));

        var run = shop.staff().json("POST", path + "/runs", "");
        assertThat(run.status()).as("%s", run).isEqualTo(202);
        assertThat(state(run.header("Location").replaceAll(".*/", ""))).isEqualTo("ready");

        for (var wrong : List.of(
                "{\"paused\": 1}",
                "{\"cron\": \"nonsense\"}",
                "{\"cron\": \"0 0 30 2 *\"}",
                "{\"cron\": \"%s\"}".formatted("1,".repeat(100)),
                "{\"cron\": null}",
                "{\"zone\": \"UTC\"}",
                "[]")) {
            assertThat(shop.staff().json("PATCH", path, wrong).status())
                    .as(wrong)
                    .isEqualTo(422);
        }
        assertThat(schedule().get("cron").asText()).isEqualTo("30 6 * * 1");
        for (var nobody : List.of("/api/v1/schedules/none", "/api/v1/schedules/%00")) {
            assertThat(shop.staff().json("PATCH", nobody, "{}").status())
                    .as(nobody)
                    .isEqualTo(404);
            assertThat(shop.staff().json("POST", nobody + "/runs", "").status())
                    .as(nobody)
                    .isEqualTo(404);
        }
        var none = "/api/v1/schedules/none";
        for (var body : List.of("{\"paused\": true}", "{\"cron\": \"30 6 * * 1\"}")) {
            assertThat(shop.staff().json("PATCH", none, body).status()).isEqualTo(404);
        }
        assertThat(shop.staff().json("POST", none + "/runs", "").status()).isEqualTo(404);
    }

    private JsonNode schedule() {
        for (var schedule : list("/api/v1/schedules").get("items")) {
            if (schedule.get("name").asText().equals(type)) {
                return schedule;
            }
        }
        throw new AssertionError("No schedule " + type);
    }

    @Test
    void strangers_see_none_of_it() {
        var job = job("dead", "No paper");
        for (var path : List.of(
                "/api/v1/jobs",
                "/api/v1/queues",
                "/api/v1/workers",
                "/api/v1/schedules",
                "/api/v1/jobs/" + job + "/attempts")) {
            assertThat(shop.visitor().get(path).status()).as(path).isEqualTo(401);
        }
        for (var path : List.of("/staff/jobs", "/staff/queues")) {
            assertThat(shop.visitor().get(path).status()).as(path).isEqualTo(303);
        }
        assertThat(shop.visitor()
                        .json("POST", "/api/v1/jobs/" + job + "/attempts", "{}")
                        .status())
                .isEqualTo(401);
        for (var change : List.of("job-retries", "job-cancellations")) {
            assertThat(shop.visitor()
                            .json("POST", "/api/v1/" + change, "{\"jobs\": [\"" + job + "\"]}")
                            .status())
                    .isEqualTo(401);
        }
        assertThat(shop.visitor()
                        .form("/jobs/" + job, Map.of("action", "cancel"))
                        .status())
                .isEqualTo(303);
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
