package org.stoa.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jobs as they are seen from outside. Their type is known to no clone, so that they stay as the test made them. */
@NeedsBrowser
@ExtendWith(RunningShop.class)
class JobPagesIT {
    private static final String RUNNING =
            "'running', gen_random_uuid(), clock_timestamp() + interval '1 hour', null, null";
    private static final String READY = "'ready', null, null, null, null";
    private static final String DONE = "'done', null, null, '{\"added\": 3, \"refused\": 1}', clock_timestamp()";

    private static Shop shop;
    private static Browser browser;

    @BeforeAll
    static void open(Shop running) {
        shop = running;
        browser = Browser.start();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void a_job_tells_how_far_it_is_and_when_to_ask_again() throws SQLException {
        var reply = shop.staff().get(rest(insert(RUNNING)));
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        assertThat(reply.json().get("state").asText()).isEqualTo("running");
        assertThat(reply.json().at("/progress/done").asInt()).isEqualTo(1200);
        assertThat(reply.json().at("/progress/total").asInt()).isEqualTo(5000);
        assertThat(reply.header("Retry-After")).isEqualTo("1");
        assertThat(reply.header("Cache-Control")).contains("no-store");
    }

    @Test
    void a_job_that_is_done_has_a_result_and_can_not_be_cancelled() throws SQLException {
        var path = rest(insert(DONE));
        var reply = shop.staff().get(path);
        assertThat(reply.json().at("/result/added").asInt()).isEqualTo(3);
        assertThat(reply.json().get("finishedAt").asText()).endsWith("Z");
        assertThat(reply.has("Retry-After")).isFalse();
        assertThat(shop.staff().delete(path).status()).isEqualTo(409);
    }

    @Test
    void a_job_that_is_not_finished_can_be_cancelled() throws SQLException {
        for (var state : new String[] {RUNNING, READY}) {
            var path = rest(insert(state));
            assertThat(shop.staff().delete(path).status()).isEqualTo(204);
            assertThat(shop.staff().delete(path).status()).isEqualTo(204);
            assertThat(shop.staff().get(path).json().get("state").asText()).isEqualTo("cancelled");
        }
    }

    @Test
    void a_job_is_not_there_for_strangers() throws SQLException {
        var job = insert(RUNNING);
        assertThat(shop.visitor().get(rest(job)).status()).isEqualTo(404);
        assertThat(shop.visitor().delete(rest(job)).status()).isEqualTo(404);
        var page = shop.visitor().get("/jobs/" + job);
        assertThat(page.status()).isEqualTo(303);
        assertThat(page.header("Location")).isEqualTo("/sign-in?next=%2Fjobs%2F" + job);
        assertThat(shop.staff().get(rest(job)).json().get("state").asText()).isEqualTo("running");
    }

    @Test
    void a_member_sees_his_own_jobs_and_no_others() throws SQLException {
        var member = shop.visitor();
        var email = UUID.randomUUID() + "@stoa.example";
        member.form("/sign-up", Map.of("email", email, "name", "Ada", "password", "a long walk under columns"));
        member.form("/sign-in", Map.of("email", email, "password", "a long walk under columns"));
        var own = insert(RUNNING);
        sql("update job set submitter = (select id from member where email = '%s') where id = '%s'"
                .formatted(email, own));
        assertThat(member.get(rest(own)).status()).isEqualTo(200);
        assertThat(member.get("/jobs/" + own).status()).isEqualTo(200);
        var other = insert(RUNNING);
        assertThat(member.get(rest(other)).status()).isEqualTo(404);
        assertThat(member.get("/jobs/" + other).status()).isEqualTo(404);
        assertThat(member.delete(rest(other)).status()).isEqualTo(404);
    }

    @Test
    void what_can_be_no_job_is_none() {
        for (var id : new String[] {UUID.randomUUID().toString(), "42", "x".repeat(36), "%00"}) {
            assertThat(shop.staff().get("/api/v1/jobs/" + id).status()).as(id).isEqualTo(404);
        }
        assertThat(shop.staff().get("/jobs/" + "-".repeat(36)).status()).isEqualTo(404);
    }

    @Test
    void the_page_follows_the_job_to_its_end() throws SQLException {
        var job = insert(RUNNING);
        var page = staff(1440, ColorScheme.LIGHT, true);
        page.navigate("/jobs/" + job);
        assertThat(page.locator(".job-count")).hasText("1,200 of 5,000");

        sql("update job set done = 2500, message = 'Half of it' where id = '%s'".formatted(job));
        assertThat(page.locator(".job-count")).hasText("2,500 of 5,000");
        assertThat(page.locator(".job-message")).hasText("Half of it");

        sql(("update job set state = 'done', lease_until = null, checkpoint = '{\"added\": 5000}',"
                        + " finished_at = clock_timestamp() where id = '%s'")
                .formatted(job));
        assertThat(page.locator("dl")).containsText("5000");
    }

    @Test
    void without_scripts_the_page_asks_for_itself_again() throws SQLException {
        var job = insert(RUNNING);
        var page = staff(1440, ColorScheme.LIGHT, false);
        page.navigate("/jobs/" + job);
        sql("update job set done = 2500 where id = '%s'".formatted(job));
        assertThat(page.locator(".job-count")).hasText("2,500 of 5,000");
    }

    @ParameterizedTest
    @CsvSource({"360, LIGHT", "360, DARK", "1440, LIGHT"})
    void the_page_is_accessible_and_fits_the_screen(int width, ColorScheme scheme) throws SQLException {
        for (var state : new String[] {RUNNING, DONE}) {
            var page = staff(width, scheme, true);
            page.navigate("/jobs/" + insert(state));
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .isEqualTo(true);
            page.screenshot(new ScreenshotOptions()
                    .setPath(Path.of(
                            System.getProperty("stoa.screenshots"),
                            "job-%s-%d-%s.png".formatted(state.substring(1, 5), width, scheme.name()))));
        }
    }

    private static Page staff(int width, ColorScheme scheme, boolean scripts) {
        return browser.person(new NewContextOptions()
                        .setBaseURL(shop.url().toString())
                        .setViewportSize(width, 800)
                        .setColorScheme(scheme)
                        .setJavaScriptEnabled(scripts)
                        .setExtraHTTPHeaders(Map.of(
                                "Authorization", "Bearer " + shop.cluster().staffToken())))
                .newPage();
    }

    private static String rest(String job) {
        return "/api/v1/jobs/" + job;
    }

    /** State, epoch, lease_until, checkpoint, finished_at. */
    private static String insert(String values) throws SQLException {
        var job = UUID.randomUUID().toString();
        sql("""
                insert into job (id, type, payload, done, total, message, state, epoch, lease_until, checkpoint, finished_at)
                values ('%s', 'test-unknown', '{}', 1200, 5000, 'Line 1,200: The Adventures of Huckleberry Finn', %s)
                """.formatted(job, values));
        return job;
    }

    private static void sql(String statement) throws SQLException {
        try (var connection = shop.cluster().connect("primary");
                var update = connection.createStatement()) {
            update.executeUpdate(statement);
        }
    }
}
