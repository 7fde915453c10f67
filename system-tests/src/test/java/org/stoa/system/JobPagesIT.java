package org.stoa.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
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
    static void open(Shop running) {
        shop = running;
        browser = Browser.start();
    }

    @AfterAll
    static void close() {
        browser.close();
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
        assertThat(page.locator("dl")).containsText("5000");
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
    @CsvSource({"360, LIGHT", "360, DARK", "1440, LIGHT"})
    void the_pages_of_staff_are_accessible_and_fit_the_screen(int width, ColorScheme scheme) {
        StillJob.RUNNING.in(shop);
        StillJob.DONE.in(shop);
        shop.sql("""
                insert into job_schedule (name, cron, zone, type, payload, payload_version, queue, priority, most_attempts, next_at)
                values ('Once a year', '0 0 1 1 *', 'UTC', 'test-unknown', '{}', 1, 'mail', 5, 8, now() + interval '1 year')
                on conflict do nothing
                """);
        for (var name : new String[] {"jobs", "queues"}) {
            var page = staff(width, scheme, true);
            page.navigate("/staff/" + name);
            Browser.requireFine(page, "staff-" + name);
        }
        shop.sql("delete from job_schedule");
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
