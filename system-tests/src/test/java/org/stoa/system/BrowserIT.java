package org.stoa.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shop as a person sees it, in a real browser. */
@NeedsBrowser
@ExtendWith(RunningShop.class)
class BrowserIT {
    private static final List<String> PAGES =
            List.of("/", "/categories/fiction", "/products/moby-dick", "/cart", "/nothing-here");

    private static Shop shop;
    private static Browser browser;

    @BeforeAll
    static void open(Shop running, Browser opened) {
        shop = running;
        browser = opened;
    }

    @Test
    void a_visitor_finds_a_book_and_puts_it_into_the_cart() {
        buy(browser.page(shop, Browser.WIDE, ColorScheme.LIGHT, true));
    }

    @Test
    void all_works_without_javascript_on_a_phone() {
        buy(browser.page(shop, Browser.PHONE, ColorScheme.DARK, false));
    }

    @Test
    void all_works_by_keyboard() {
        var page = browser.page(shop, Browser.WIDE, ColorScheme.LIGHT, true);
        page.navigate("/products/moby-dick");
        page.keyboard().press("Tab");
        assertThat(page.locator(":focus")).hasText(Pattern.compile("skip", Pattern.CASE_INSENSITIVE));
        page.keyboard().press("Enter");

        tabTo(page, page.locator("main form[action='/cart/items'] button"));
        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile(".*/cart(\\?.*)?$"));
        assertThat(page.locator("main")).containsText("Moby-Dick");
    }

    @Test
    void what_is_not_accessible_is_found() {
        var page = browser.page(shop, Browser.WIDE, ColorScheme.LIGHT, true);
        page.setContent(
                "<!DOCTYPE html><html lang='en'><title>A shop</title><main><h1>A shop</h1><img src='/x.png'></main></html>");
        assertThatThrownBy(() -> Browser.requireFine(page, "no-text-for-a-picture"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("accessibility of");
    }

    @ParameterizedTest
    @CsvSource({"360, LIGHT", "360, DARK", "1440, LIGHT", "1440, DARK"})
    void pages_are_accessible_and_fit_the_screen(int width, ColorScheme scheme) {
        var page = browser.page(shop, width, scheme, true);
        page.navigate("/products/the-castle-of-otranto");
        page.locator("main form[action='/cart/items'] button").click();
        for (var path : PAGES) {
            page.navigate(path);
            Browser.requireFine(
                    page, path.equals("/") ? "home" : path.substring(1).replace('/', '-'));
        }
    }

    @Test
    void pages_break_no_rule_of_their_own_content_security_policy() {
        var complaints = new ArrayList<String>();
        var page = browser.page(shop, Browser.WIDE, ColorScheme.LIGHT, true);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("404")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        PAGES.forEach(page::navigate);
        page.navigate("/api/docs");
        assertThat(page.locator("#api .info")).isVisible();
        assertThat(complaints).isEmpty();
    }

    private static void buy(Page page) {
        page.navigate("/");
        page.navigate(page.locator("a[href='/categories/fiction']").first().getAttribute("href"));
        page.locator("main a[href='/categories/adventure']").first().click();
        assertThat(page.locator("h1")).hasText("Adventure");
        page.locator("main a[href^='/products/']").first().click();
        var title = page.locator("h1").textContent().strip();

        page.locator("main form[action='/cart/items'] button").click();

        assertThat(page.locator("main")).containsText(title);
        var quantity = page.locator("main input[type=number]");
        quantity.fill("2");
        quantity.press("Enter");
        assertThat(page.locator("main input[type=number]")).hasValue("2");

        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile("remove", Pattern.CASE_INSENSITIVE)))
                .click();
        assertThat(page.locator("main input[type=number]")).hasCount(0);
    }

    private static void tabTo(Page page, Locator target) {
        for (int presses = 0; presses < 60; presses++) {
            page.keyboard().press("Tab");
            if ((boolean) target.evaluate("element => element === document.activeElement")) {
                return;
            }
        }
        throw new AssertionError("not reached by Tab: " + target);
    }
}
