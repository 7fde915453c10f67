package org.stoa.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of a job, in a real browser. */
@NeedsBrowser
@ExtendWith(RunningShop.class)
class JobPagesIT {
    private static Shop shop;
    private static Browser browser;

    @BeforeAll
    static void open(Shop running, Browser opened) {
        shop = running;
        browser = opened;
    }

    @Test
    void the_page_follows_the_job_to_its_end() {
        var job = StillJob.RUNNING.in(shop);
        var page = staff(Browser.WIDE, ColorScheme.LIGHT, true);
        page.navigate("/jobs/" + job);
        assertThat(page.locator(".job-count")).hasText("1,200 of 5,000");

        shop.sql("update job set done = 2500, message = 'Half of it' where id = '%s'".formatted(job));
        assertThat(page.locator(".job-count")).hasText("2,500 of 5,000");
        assertThat(page.locator(".job-message")).hasText("Half of it");
        // Who only asks again and again is not told lines.
        shop.sql("insert into job_line (job_id, text) values ('%s', 'Rows 1 to 2,500')".formatted(job));
        assertThat(page.locator(".job-lines li")).containsText("Rows 1 to 2,500");

        shop.sql(("update job set state = 'done', lease_until = null, checkpoint = '{\"added\": 5000}',"
                        + " finished_at = clock_timestamp() where id = '%s'")
                .formatted(job));
        assertThat(page.locator(".details dl")).containsText("5000");
    }

    @Test
    void the_page_tells_of_an_attempt_that_failed_and_of_the_next() {
        var job = StillJob.RUNNING.in(shop);
        var page = staff(Browser.WIDE, ColorScheme.LIGHT, true);
        page.navigate("/jobs/" + job);
        assertThat(page.locator(".job-stand .pill")).hasText("Running");
        shop.sql(
                ("update job set state = 'waiting', epoch = null, lease_until = null, error = 'No paper', attempts = 1,"
                                + " clone = 'node-9', claimed_at = now(), not_before = now() + interval '1 hour' where id = '%s'")
                        .formatted(job));
        assertThat(page.locator("#failure .job-error")).hasText("No paper");
        assertThat(page.locator(".job-stand .pill")).hasText("Waiting");
        assertThat(page.locator(".job-attempts .job-error")).hasText("No paper");
        assertThat(page.locator(".job-facts")).containsText("Next try");
    }

    @Test
    void a_list_that_is_paused_stays_as_it_is() {
        var job = StillJob.READY.in(shop);
        var page = staff(Browser.WIDE, ColorScheme.LIGHT, true);
        page.navigate("/staff/jobs?type=test-unknown");
        var row = page.locator(".jobs-row:has(a[href='/jobs/" + job + "'])");
        page.locator("#live button").click();
        assertThat(page.locator(".live-now")).hasText("Updates are paused");
        shop.sql("update job set state = 'cancelled', finished_at = now() where id = '%s'".formatted(job));
        // Twice as long as a look takes that is not paused.
        page.waitForTimeout(7_000);
        assertThat(row).hasAttribute("data-state", "ready");
        page.locator("#live button").click();
        assertThat(row).hasAttribute("data-state", "cancelled");
        assertThat(page.locator(".live-now")).containsText("Updated ");
    }

    @Test
    void without_scripts_the_page_asks_for_itself_again() {
        var job = StillJob.RUNNING.in(shop);
        var page = staff(Browser.WIDE, ColorScheme.LIGHT, false);
        page.navigate("/jobs/" + job);
        shop.sql("update job set done = 2500 where id = '%s'".formatted(job));
        assertThat(page.locator(".job-count")).hasText("2,500 of 5,000");
    }

    @ParameterizedTest
    @CsvSource({"360, LIGHT", "360, DARK", "1440, LIGHT"})
    void the_page_is_accessible_and_fits_the_screen(int width, ColorScheme scheme) {
        for (var state : new StillJob[] {StillJob.RUNNING, StillJob.DONE}) {
            var page = staff(width, scheme, true);
            page.navigate("/jobs/" + state.in(shop));
            Browser.requireFine(page, "job-" + state.name().toLowerCase(Locale.ROOT));
        }
    }

    @ParameterizedTest
    @CsvSource({"360, LIGHT", "360, DARK", "1440, LIGHT", "1440, DARK"})
    void the_pages_of_staff_are_accessible_and_fit_the_screen(int width, ColorScheme scheme) {
        shop.sql("delete from job where type = 'test-unknown'");
        ExampleJobs.in(shop);
        try {
            var page = staff(width, scheme, true);
            show(page, "/staff/jobs", "staff-jobs");
            show(page, "/jobs/" + ExampleJobs.dead(), "staff-job");
            show(page, "/staff/queues", "staff-queues");
        } finally {
            ExampleJobs.remove(shop);
        }
    }

    @Test
    void what_is_searched_is_accessible_whether_found_or_not() {
        ExampleJobs.in(shop);
        try {
            var page = staff(Browser.PHONE, ColorScheme.LIGHT, true);
            show(page, "/staff/jobs?state=dead&arguments=autumn", "staff-jobs-found");
            show(page, "/staff/jobs?from=yesterday&type=none", "staff-jobs-nonsense");
            show(page, "/staff/jobs?state=cancelled&type=none", "staff-jobs-none");
        } finally {
            ExampleJobs.remove(shop);
        }
    }

    private static void show(Page page, String path, String name) {
        page.navigate(path);
        Browser.requireFine(page, name);
    }

    @ParameterizedTest
    @CsvSource({"360, DARK", "1440, LIGHT"})
    void the_jobs_of_a_member_are_accessible_and_fit_the_screen(int width, ColorScheme scheme) {
        // All tests come from one address.
        new Members(shop).forgetTries();
        var page = browser.page(shop, width, scheme, true);
        page.navigate("/sign-in?next=%2Fjobs");
        MemberPages.signIn(page, "staff@stoa.example", shop.cluster().staffPassword());
        assertThat(page.locator("h1")).hasText("Your jobs");
        var own = StillJob.RUNNING.in(shop);
        shop.sql("update job set submitter = (select id from member where email = 'staff@stoa.example') where id = '%s'"
                .formatted(own));
        assertThat(page.locator(".jobs-row a[href='/jobs/" + own + "']")).hasCount(1);
        Browser.requireFine(page, "own-jobs");
    }

    @ParameterizedTest
    @CsvSource({"360, false", "1440, true"})
    void a_dead_job_is_found_opened_and_tried_again_by_keyboard(int width, boolean javaScript) {
        ExampleJobs.in(shop);
        // Of a type that no clone knows, so that it stays as it is.
        shop.sql("update job set type = 'test-unknown' where id = '%s'".formatted(ExampleJobs.dead()));
        try {
            var page = staff(width, ColorScheme.LIGHT, javaScript);
            page.navigate("/staff/jobs?state=dead");
            page.locator("summary:has-text('Search')").press("Enter");
            page.locator("#jobs-arguments").fill("{\"file\": 12}");
            page.locator("#jobs-arguments").press("Enter");
            assertThat(page.locator(".jobs-row")).hasCount(1);
            page.locator(".jobs-row a").press("Enter");
            assertThat(page.locator(".job-arguments")).containsText("autumn-2026.csv");
            page.locator(".job-ways button[value=retry]").press("Enter");
            assertThat(page.locator("[data-job-state=ready]")).hasCount(1);
            page.locator(".job-ways a").press("Enter");
            page.locator(".job-ways button[value=cancel]").press("Enter");
            assertThat(page.locator("[data-job-state=cancelled]")).hasCount(1);
            assertThat(page.locator(".job-ways")).hasCount(0);
        } finally {
            ExampleJobs.remove(shop);
        }
    }

    @Test
    void the_page_of_queues_follows_them() {
        var page = staff(Browser.WIDE, ColorScheme.LIGHT, true);
        page.navigate("/staff/queues");
        shop.sql("update job_queue set paused = true where name = 'mail'");
        try {
            assertThat(page.locator(".queue[data-paused=true] h2")).hasText("mail");
        } finally {
            shop.sql("update job_queue set paused = false");
        }
    }

    private static Page staff(int width, ColorScheme scheme, boolean javaScript) {
        var page = browser.page(shop, width, scheme, javaScript);
        page.setExtraHTTPHeaders(
                Map.of("Authorization", "Bearer " + shop.cluster().staffToken()));
        return page;
    }
}
