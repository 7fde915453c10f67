package org.stoa.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Searching, as a person does it in a real browser. */
@NeedsBrowser
@ExtendWith(RunningShop.class)
class SearchBrowserIT {
    private static final List<String> PAGES = List.of(
            "/search",
            "/search?q=the&language=fr&inStock=true",
            "/search?q=Moby+Dik",
            "/search?q=zzzzqqqq",
            "/search?q=" + "m".repeat(200));

    private static Shop shop;
    private static Browser browser;

    @BeforeAll
    static void open(Shop running, Browser opened) {
        shop = running;
        browser = opened;
    }

    @Test
    void a_book_is_found_and_narrowed_down_without_javascript() {
        var page = browser.page(shop, Browser.PHONE, ColorScheme.LIGHT, false);
        page.navigate("/");
        page.locator("input[name=q]").fill("castle");
        page.locator("input[name=q]").press("Enter");
        assertThat(page.locator("h1")).containsText("castle");
        page.locator(".facets summary").click();
        page.locator(".facet a").first().click();
        assertThat(page.locator(".chip-chosen")).hasCount(1);
        page.locator(".chip-chosen").click();
        assertThat(page.locator(".chip-chosen")).hasCount(0);
    }

    @Test
    void a_suggestion_is_chosen_by_keyboard() {
        var page = browser.page(shop, Browser.WIDE, ColorScheme.LIGHT, true);
        page.navigate("/");
        var words = page.locator("[role=combobox]");
        words.pressSequentially("moby");
        assertThat(page.locator("[role=option]").first()).containsText("Moby-Dick");
        assertThat(words).hasAttribute("aria-expanded", "true");
        Browser.requireFine(page, "suggestions");

        words.press("ArrowDown");
        assertThat(page.locator("[role=option][aria-selected=true]")).hasCount(1);
        assertThat(words).hasAttribute("aria-activedescendant", "suggestion-0");
        words.press("ArrowUp");
        assertThat(page.locator("[role=option][aria-selected=true]")).hasCount(0);

        words.press("Escape");
        assertThat(page.locator("[role=option]")).hasCount(0);
        assertThat(words).hasValue("moby");

        words.pressSequentially(" d");
        assertThat(page.locator("[role=option]").first()).containsText("Moby-Dick");
        words.press("ArrowDown");
        words.press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/products/moby-dick$"));
    }

    @Test
    void a_suggestion_is_text_whatever_it_says() {
        var page = browser.page(shop, Browser.WIDE, ColorScheme.LIGHT, true);
        page.route(
                "**/search/suggestions?*",
                route -> route.fulfill(
                        new FulfillOptions().setContentType("application/json").setBody("""
                        {"items": [{"text": "<img src=x onerror=alert(1)>", "kind": "title", "url": "/products/emma"}]}""")));
        page.navigate("/");
        page.locator("[role=combobox]").pressSequentially("em");
        assertThat(page.locator("[role=option]")).containsText("<img src=x");
        assertThat(page.locator("[role=option] img")).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource({"360, LIGHT", "360, DARK", "1440, LIGHT", "1440, DARK"})
    void pages_are_accessible_and_fit_the_screen(int width, ColorScheme scheme) {
        var page = browser.page(shop, width, scheme, true);
        for (int i = 0; i < PAGES.size(); i++) {
            page.navigate(PAGES.get(i));
            if (width == Browser.PHONE && page.locator(".facets summary").count() > 0) {
                page.locator(".facets summary").click();
            }
            Browser.requireFine(page, "search-" + i);
        }
    }
}
