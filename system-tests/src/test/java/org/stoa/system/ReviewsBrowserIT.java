package org.stoa.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reviews as a person reads and writes them, in a real browser. */
@NeedsBrowser
@ExtendWith(RunningShop.class)
class ReviewsBrowserIT {
    private static final String BOOK = "/products/vathek";

    private static Shop shop;
    private static Browser browser;

    @BeforeAll
    static void open(Shop running, Browser opened) {
        shop = running;
        browser = opened;
    }

    @AfterAll
    static void close() {
        shop.sql("delete from member where email like '%@browser.reviewers.example'");
    }

    @BeforeEach
    void forget_what_was_tried() {
        new Members(shop).forgetTries();
    }

    @ParameterizedTest
    @CsvSource({"1440, true", "360, false"})
    void a_review_is_written_changed_and_deleted_with_and_without_javascript(int width, boolean javaScript) {
        var page = browser.page(shop, width, ColorScheme.LIGHT, javaScript);
        var email = account(page);
        page.navigate(BOOK);
        page.getByText("Write a review").click();
        MemberPages.signIn(page, email, Members.PASSWORD);
        assertThat(page).hasURL(Pattern.compile(".*" + BOOK + "/review$"));
        MemberPages.button(page, "Publish");
        assertThat(page.locator(".field-fault")).hasCount(2);

        page.getByText("Good").click();
        page.locator("#title").fill("Very odd");
        page.locator("#text").fill("The towers alone.\n\nAnd the end.");
        MemberPages.button(page, "Publish");
        assertThat(page.locator(".notice")).hasText("Your review is published.");
        page.navigate(BOOK + "/reviews");
        assertThat(page.locator(".review").first()).containsText("The towers alone.");

        page.navigate(BOOK + "/review");
        assertThat(page.locator("input[name=rating][value='4']")).isChecked();
        page.locator("#text").fill("The towers, mostly.");
        MemberPages.button(page, "Save changes");
        assertThat(page.locator(".notice")).hasText("Your changes are published.");
        MemberPages.button(page, "Delete this review");
        assertThat(page.locator(".notice")).hasText("Your review was deleted.");
        page.navigate(BOOK + "/reviews");
        assertThat(page.locator("main")).not().containsText("The towers");
    }

    @Test
    void a_rating_is_chosen_by_keyboard() {
        var page = browser.page(shop, Browser.WIDE, ColorScheme.DARK, true);
        var email = account(page);
        page.navigate(BOOK + "/review");
        MemberPages.signIn(page, email, Members.PASSWORD);
        page.locator("input[name=rating]").first().focus();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("input[name=rating][value='4']")).isChecked();
        page.keyboard().press("Tab");
        page.keyboard().type("By keys");
        page.keyboard().press("Tab");
        page.keyboard().type("Written without a mouse.");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator(".notice")).hasText("Your review is published.");
    }

    @Test
    void the_histogram_leads_to_the_reviews_it_counts() {
        var page = browser.page(shop, Browser.PHONE, ColorScheme.LIGHT, false);
        page.navigate("/products/moby-dick");
        page.locator(".histogram a").first().click();
        assertThat(page).hasURL(Pattern.compile(".*/products/moby-dick/reviews\\?stars=5$"));
        assertThat(page.locator(".review")).hasCount(6);
        page.locator(".histogram a[aria-current]").click();
        assertThat(page.locator(".review")).hasCount(10);
        page.getByText("Next page").click();
        assertThat(page.locator(".review")).hasCount(2);
    }

    @ParameterizedTest
    @CsvSource({"360, LIGHT", "360, DARK", "1440, LIGHT", "1440, DARK"})
    void pages_of_reviews_are_accessible_and_fit_the_screen(int width, ColorScheme scheme) {
        var page = browser.page(shop, width, scheme, true);
        page.navigate("/products/moby-dick/reviews");
        Browser.requireFine(page, "reviews");
        page.navigate("/products/moby-dick/reviews?stars=5");
        Browser.requireFine(page, "reviews-five-stars");
        page.navigate("/products/moby-dick/reviews?stars=5&sort=lowest");
        page.navigate("/products/the-monk/reviews");
        Browser.requireFine(page, "reviews-others");
        page.navigate("/search?rating=4");
        if (width == Browser.PHONE) {
            page.locator(".facets summary").click();
        }
        Browser.requireFine(page, "search-stars");

        var email = account(page);
        page.navigate(BOOK + "/review");
        MemberPages.signIn(page, email, Members.PASSWORD);
        Browser.requireFine(page, "review-write");
        MemberPages.button(page, "Publish");
        Browser.requireFine(page, "review-write-faulty");
        page.getByText("Excellent").click();
        page.locator("#text").fill("A text of mine.");
        MemberPages.button(page, "Publish");
        Browser.requireFine(page, "review-written");
        shop.sql("update member set role = 'staff' where email = '" + email + "'");
        page.navigate("/staff/reviews");
        Browser.requireFine(page, "staff-reviews");
        page.locator(".staff-review button").first().click();
        page.navigate("/staff/reviews?hidden=true");
        Browser.requireFine(page, "staff-reviews-hidden");
        page.navigate(BOOK + "/review");
        Browser.requireFine(page, "review-hidden");
    }

    /** Opens an account and returns its address. */
    private static String account(Page page) {
        var email = "m-%s@browser.reviewers.example".formatted(UUID.randomUUID());
        MemberPages.signUp(page, email, "Ada");
        return email;
    }
}
