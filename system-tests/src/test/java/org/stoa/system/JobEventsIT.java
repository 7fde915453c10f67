package org.stoa.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stoa.benchmarks.GeneratedBooks;

/** Jobs are followed on any clone, whichever does them. */
@ExtendWith(RunningShop.class)
class JobEventsIT {
    private static final int ROWS = 15_000;
    private static final int MANY = 1_000;
    private static final String SKU = "BOOK-0007";

    /** Of a clone, for all streams together; there is one, and some that the server adds when it has much to do. */
    private static final int MOST_THREADS = 50;

    private static Shop shop;

    @BeforeAll
    static void open(Shop running) {
        shop = running;
    }

    @Test
    void who_follows_on_a_clone_that_is_killed_misses_nothing() throws SQLException {
        try {
            var accepted = shop.staff().csv("/api/v1/imports?mapping=books", GeneratedBooks.csv(300_001, ROWS));
            assertThat(accepted.status()).as("%s", accepted).isEqualTo(202);
            var job = accepted.header("Location").replaceFirst(".*/", "");
            Shop.await(
                    "it is under way",
                    () -> shop.longs("select count(*) from job_line where job_id = '" + job + "'")
                                    .get(0)
                            > 0);
            var worker = worker(job);
            var other = worker.equals("node-1") ? "node-2" : "node-1";
            try (var follower = new JobFollower(job, List.of(shop.url(other), shop.url(worker)), staff())) {
                follower.await("he is told of progress", event -> event.type().equals("job"));
                Shop.await("more of it", () -> follower.events("job").size() > 2);
                shop.cluster().kill(other);
                try {
                    follower.await("the end", event -> event.type().equals("end"));
                } finally {
                    shop.cluster().start(other);
                }
                assertThat(follower.events())
                        .extracting(JobFollower.Event::node)
                        .contains(other, worker);
                var kept = shop.staff()
                        .get("/api/v1/jobs/" + job + "/lines")
                        .json()
                        .get("items");
                assertThat(follower.events("line"))
                        .extracting(JobFollower.Event::data)
                        .containsExactlyElementsOf(kept);
                assertThat(kept).hasSizeGreaterThanOrEqualTo(ROWS / 500);
                var end = follower.events("end").get(0).data();
                assertThat(end.get("state").asText()).isEqualTo("done");
                assertThat(end.at("/result/created").asInt()).isEqualTo(ROWS);
                assertThat(end.get("stamp").asText()).isNotEmpty();
            }
        } finally {
            // The other tests count on the demo shop.
            shop.sql("delete from product where sku like 'GB-%'");
            shop.sql("delete from category where slug = 'more-books'");
        }
    }

    @Test
    void a_thousand_follow_on_one_clone_without_threads_and_do_not_keep_it_from_stopping() throws IOException {
        var job = StillJob.RUNNING.in(shop);
        var clone = shop.url("node-1");
        int before = threads("node-1");
        try (var followers = new ManyFollowers(shop, clone, job, MANY)) {
            followers.awaitAll("\"done\":1200");
            assertThat(threads("node-1") - before).as("threads").isLessThan(MOST_THREADS);
            shop.sql("update job set done = 1300 where id = '%s'".formatted(job));
            followers.awaitAll("\"done\":1300");
            assertThat(threads("node-1") - before).as("threads").isLessThan(MOST_THREADS);
            assertThat(shop.staff().at(clone).get("/").status()).isEqualTo(200);
            var stopping = new Thread(() -> shop.cluster().stop("node-1"));
            stopping.start();
            try {
                followers.awaitEnds();
            } finally {
                join(stopping);
                shop.cluster().start("node-1");
            }
        }
    }

    @Test
    void who_has_seen_the_end_need_not_come_back() {
        var job = StillJob.DONE.in(shop);
        try (var follower = new JobFollower(job, List.of(shop.url()), staff())) {
            follower.await("the end", event -> event.type().equals("end"));
            var end = follower.events().get(0);
            assertThat(end.data().at("/result/added").asInt()).isEqualTo(3);
            var path = "/api/v1/jobs/" + job + "/events";
            assertThat(shop.staff().get(path, "Last-Event-ID", end.id()).status())
                    .isEqualTo(204);
        }
        var reply = shop.staff().get("/api/v1/jobs/" + job + "/events", "Accept-Encoding", "gzip");
        assertThat(reply.header("Content-Type")).startsWith("text/event-stream");
        assertThat(reply.has("Content-Encoding")).isFalse();
        assertThat(reply.header("Cache-Control")).contains("no-store");
    }

    @Test
    void who_asks_for_the_head_of_a_stream_gets_that_alone() {
        var job = StillJob.RUNNING.in(shop);
        var head = shop.staff().method("HEAD", "/api/v1/jobs/" + job + "/events");
        assertThat(head.status()).as("%s", head).isEqualTo(200);
        assertThat(head.header("Content-Type")).startsWith("text/event-stream");
        assertThat(shop.visitor()
                        .method("HEAD", "/api/v1/jobs/" + job + "/events")
                        .status())
                .isEqualTo(404);
        // More than a member may follow at once.
        var someone = new Members(shop).member();
        shop.sql("update job set submitter = (select id from member where email = '%s') where id = '%s'"
                .formatted(someone.email(), job));
        for (int i = 0; i < 50; i++) {
            assertThat(someone.visitor()
                            .method("HEAD", "/api/v1/jobs/" + job + "/events")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void who_follows_his_job_does_not_hold_his_session() {
        var someone = new Members(shop).member();
        var member = someone.visitor();
        var job = StillJob.RUNNING.in(shop);
        var path = "/api/v1/jobs/" + job + "/events";
        assertThat(member.get(path).status()).isEqualTo(404);
        assertThat(shop.visitor().get(path).status()).isEqualTo(404);
        assertThat(shop.staff()
                        .get("/api/v1/jobs/" + UUID.randomUUID() + "/events")
                        .status())
                .isEqualTo(404);

        shop.sql("update job set submitter = (select id from member where email = '%s') where id = '%s'"
                .formatted(someone.email(), job));
        var session = "JSESSIONID=" + member.cookie("JSESSIONID");
        try (var follower = new JobFollower(job, List.of(shop.url("node-1")), "Cookie", session)) {
            follower.await("his job", event -> event.type().equals("job"));
            for (var node : List.of("node-1", "node-2")) {
                var cart = member.at(shop.url(node))
                        .json("POST", "/api/v1/cart/items", "{\"sku\": \"%s\", \"quantity\": 1}".formatted(SKU));
                assertThat(cart.status()).as("%s", cart).isLessThan(300);
            }
            shop.sql("update job set done = 2500 where id = '%s'".formatted(job));
            follower.await(
                    "its progress", event -> event.data().at("/progress/done").asInt() == 2500);
        }
    }

    private static String[] staff() {
        return new String[] {"Authorization", "Bearer " + shop.cluster().staffToken()};
    }

    private static String worker(String job) throws SQLException {
        try (var connection = shop.cluster().connect("primary");
                var found =
                        connection.createStatement().executeQuery("select clone from job where id = '" + job + "'")) {
            found.next();
            return found.getString(1);
        }
    }

    private static int threads(String node) throws IOException {
        long pid = shop.cluster().status().clones().stream()
                .filter(clone -> clone.name().equals(node))
                .findFirst()
                .orElseThrow()
                .pid();
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("Threads:"))
                    .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(120_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
