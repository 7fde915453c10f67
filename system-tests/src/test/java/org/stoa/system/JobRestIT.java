package org.stoa.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Jobs as programs see them, and who may. */
@ExtendWith(RunningShop.class)
class JobRestIT {
    private static Shop shop;

    @BeforeAll
    static void open(Shop running) {
        shop = running;
    }

    @Test
    void a_job_tells_how_far_it_is_and_when_to_ask_again() {
        var reply = shop.staff().get(rest(StillJob.RUNNING.in(shop)));
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        assertThat(reply.json().get("state").asText()).isEqualTo("running");
        assertThat(reply.json().at("/progress/done").asInt()).isEqualTo(1200);
        assertThat(reply.json().at("/progress/total").asInt()).isEqualTo(5000);
        assertThat(reply.header("Retry-After")).isEqualTo("1");
        assertThat(reply.header("Cache-Control")).contains("no-store");
    }

    @Test
    void a_job_that_is_done_has_a_result_and_can_not_be_cancelled() {
        var path = rest(StillJob.DONE.in(shop));
        var reply = shop.staff().get(path);
        assertThat(reply.json().at("/result/added").asInt()).isEqualTo(3);
        assertThat(reply.json().get("finishedAt").asText()).endsWith("Z");
        assertThat(reply.has("Retry-After")).isFalse();
        assertThat(shop.staff().delete(path).status()).isEqualTo(409);
    }

    @Test
    void a_job_that_is_not_finished_can_be_cancelled() {
        for (var state : new StillJob[] {StillJob.RUNNING, StillJob.READY}) {
            var path = rest(state.in(shop));
            assertThat(shop.staff().delete(path).status()).isEqualTo(204);
            assertThat(shop.staff().delete(path).status()).isEqualTo(204);
            assertThat(shop.staff().get(path).json().get("state").asText()).isEqualTo("cancelled");
        }
    }

    @Test
    void a_job_is_not_there_for_strangers() {
        var job = StillJob.RUNNING.in(shop);
        assertThat(shop.visitor().get(rest(job)).status()).isEqualTo(404);
        assertThat(shop.visitor().delete(rest(job)).status()).isEqualTo(404);
        var page = shop.visitor().get("/jobs/" + job);
        assertThat(page.status()).isEqualTo(303);
        assertThat(page.header("Location")).isEqualTo("/sign-in?next=%2Fjobs%2F" + job);
        assertThat(shop.staff().get(rest(job)).json().get("state").asText()).isEqualTo("running");
    }

    @Test
    void a_member_sees_his_own_jobs_and_no_others() {
        var email = UUID.randomUUID() + "@stoa.example";
        var member = member(email);
        var own = own(email, StillJob.RUNNING);
        assertThat(member.get(rest(own)).status()).isEqualTo(200);
        assertThat(member.get("/jobs/" + own).status()).isEqualTo(200);
        var other = StillJob.RUNNING.in(shop);
        assertThat(member.get(rest(other)).status()).isEqualTo(404);
        assertThat(member.get("/jobs/" + other).status()).isEqualTo(404);
        assertThat(member.delete(rest(other)).status()).isEqualTo(404);
        assertThat(member.form("/jobs/" + other, Map.of("action", "cancel")).status())
                .isEqualTo(404);

        assertThat(member.get("/api/v1/jobs").json().findValuesAsText("id")).containsExactly(own);
        // What he can't see he can't find out by searching for it.
        assertThat(member.get("/api/v1/jobs?arguments=secret").status()).isEqualTo(400);
        assertThat(member.get("/account").page().select("main a[href=/jobs]")).hasSize(1);
        assertThat(member.get("/jobs").page().select(".jobs-row a").eachAttr("href"))
                .containsExactly("/jobs/" + own);
    }

    @Test
    void a_member_pages_through_his_jobs() {
        var email = UUID.randomUUID() + "@stoa.example";
        var member = member(email);
        assertThat(member.get("/jobs").page().select(".jobs-none")).hasSize(1);
        var all =
                IntStream.range(0, 26).mapToObj(i -> own(email, StillJob.DONE)).toList();
        var first = member.get("/jobs").page();
        var second = member.get(first.select("a[rel=next]").attr("href")).page();
        assertThat(first.select(".jobs-row")).hasSize(25);
        var seen = Stream.of(first, second)
                .flatMap(page -> page.select(".jobs-row a").eachAttr("href").stream())
                .map(href -> href.substring("/jobs/".length()))
                .toList();
        assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
        assertThat(member.get("/jobs?cursor=42").status()).isEqualTo(400);
        assertThat(shop.visitor().get("/jobs").header("Location")).isEqualTo("/sign-in?next=%2Fjobs");
        assertThat(shop.visitor().get("/api/v1/jobs").status()).isEqualTo(401);
    }

    @Test
    void a_member_cancels_his_job_on_its_page_and_sees_nothing_of_how_the_shop_works() {
        var email = UUID.randomUUID() + "@stoa.example";
        var member = member(email);
        var own = own(email, StillJob.RUNNING);
        shop.sql("update job set payload = '{\"secret\": 42}', clone = 'node-9' where id = '%s'".formatted(own));
        assertThat(member.get(rest(own)).body()).doesNotContain("secret", "node-9", "details");
        assertThat(member.get("/jobs/" + own).body()).doesNotContain("secret", "node-9");
        var cancelled = member.form("/jobs/" + own, Map.of("action", "cancel"));
        assertThat(cancelled.header("Location")).isEqualTo("/jobs/" + own + "?notice=job-cancelled");
        assertThat(member.get(rest(own)).json().get("state").asText()).isEqualTo("cancelled");
        shop.sql("update job set state = 'dead' where id = '%s'".formatted(own));
        assertThat(member.form("/jobs/" + own, Map.of("action", "retry")).status())
                .isEqualTo(404);
        assertThat(member.get(rest(own)).json().get("state").asText()).isEqualTo("dead");
    }

    private static Visitor member(String email) {
        var members = new Members(shop);
        members.forgetTries();
        return members.member(email);
    }

    /** A job that the member of that address wanted. */
    private static String own(String email, StillJob kind) {
        var own = kind.in(shop);
        shop.sql("update job set submitter = (select id from member where email = '%s') where id = '%s'"
                .formatted(email, own));
        return own;
    }

    @Test
    void what_can_be_no_job_is_none() {
        for (var id : new String[] {UUID.randomUUID().toString(), "42", "x".repeat(36), "%00"}) {
            assertThat(shop.staff().get("/api/v1/jobs/" + id).status()).as(id).isEqualTo(404);
        }
        assertThat(shop.staff().get("/jobs/" + "-".repeat(36)).status()).isEqualTo(404);
    }

    private static String rest(String job) {
        return "/api/v1/jobs/" + job;
    }
}
