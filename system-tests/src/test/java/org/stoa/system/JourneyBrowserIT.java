package org.stoa.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoa.benchmarks.GeneratedBooks;

/** From one page to the next, as people go: a shopper from the search to an account, staff through an import. */
@NeedsBrowser
@ExtendWith(RunningShop.class)
class JourneyBrowserIT {
    private static final int BOOKS = 300;

    private static Shop shop;
    private static Browser browser;

    @BeforeAll
    static void open(Shop running, Browser opened) {
        shop = running;
        browser = opened;
    }

    /** Other tests count on the demo shop. */
    @AfterAll
    static void close() {
        shop.sql("delete from product where sku like 'GB-%'");
    }

    /** All tests come from one address. */
    @BeforeEach
    void forget_what_was_tried() {
        new Members(shop).forgetTries();
    }

    @Test
    void a_shopper_finds_a_book_and_keeps_it_through_signing_up_and_in_without_javascript() {
        var page = browser.page(shop, Browser.PHONE, ColorScheme.LIGHT, false);
        page.navigate("/");
        page.locator("#search").fill("moby dik");
        page.locator("#search").press("Enter");
        page.locator("main a[href='/products/moby-dick']").first().click();
        page.locator("main form[action='/cart/items'] button").click();
        assertThat(page.locator("main")).containsText("Moby-Dick");

        page.navigate("/sign-up");
        var email = UUID.randomUUID() + "@stoa.example";
        page.locator("#name").fill("Ada");
        page.locator("#email").fill(email);
        page.locator("#password").fill(Members.PASSWORD);
        page.locator("#password").press("Enter");
        signIn(page, email, Members.PASSWORD);
        assertThat(page.locator("main")).containsText(email);
        page.navigate("/cart");
        assertThat(page.locator("main")).containsText("Moby-Dick");
    }

    @ParameterizedTest
    @CsvSource({"360, LIGHT", "1440, DARK"})
    void pages_of_an_import_are_accessible_and_fit_the_screen(int width, ColorScheme scheme) {
        var page = browser.page(shop, width, scheme, true);
        signInAsStaff(page);
        Browser.requireFine(page, "imports");
        imported(page);
        Browser.requireFine(page, "import-job");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void staff_import_a_file_and_watch_it_with_and_without_javascript(boolean javaScript) {
        var page = browser.page(shop, Browser.WIDE, ColorScheme.LIGHT, javaScript);
        signInAsStaff(page);
        imported(page);
        page.navigate("/staff/imports");
        assertThat(page.locator(".import").first()).containsText("books.csv");
    }

    private static void signInAsStaff(Page page) {
        page.navigate("/staff/imports");
        assertThat(page).hasURL(Pattern.compile(".*/sign-in\\?next=.*"));
        page.locator("#email").fill("staff@stoa.example");
        page.locator("#password").fill(shop.cluster().staffPassword());
        page.locator("#password").press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/staff/imports"));
    }

    /** Uploads a file and sees it done. */
    private static void imported(Page page) {
        page.locator("#import-file")
                .setInputFiles(new FilePayload(
                        "books.csv",
                        "text/csv",
                        GeneratedBooks.csv(300_001, BOOKS).getBytes(StandardCharsets.UTF_8)));
        page.locator("form.import-form button").press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/jobs/[0-9a-f-]{36}"));
        // The page follows the job by itself, with a script or by coming again.
        assertThat(page.locator("[data-job-state=done]")).hasCount(1);
        assertThat(page.locator(".details")).containsText(String.valueOf(BOOKS));
    }

    private static void signIn(Page page, String email, String password) {
        page.locator("#email").fill(email);
        page.locator("#password").fill(password);
        page.locator("#password").press("Enter");
        assertThat(page.locator("h1")).hasText("Your account");
    }
}
