package org.stoa.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.sql.SQLException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An account as a person has it, in a real browser. */
@NeedsBrowser
@ExtendWith(RunningShop.class)
class MembersBrowserIT {
    private static final String PASSWORD = "a long walk under columns";

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

    @BeforeEach
    void forget_what_was_tried() throws SQLException {
        try (var connection = shop.cluster().connect("primary");
                var work = connection.createStatement()) {
            work.execute("delete from try_count");
        }
    }

    @Test
    void an_account_is_opened_used_and_left_without_javascript() {
        var page = person(360, ColorScheme.LIGHT, false);
        page.navigate("/sign-up");
        var email = address();
        page.locator("#name").fill("Ada");
        page.locator("#email").fill(email);
        page.locator("#password").fill("short");
        button(page, "Open an account");
        assertThat(page.locator("#password")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("#email")).hasValue(email);

        page.locator("#password").fill(PASSWORD);
        button(page, "Open an account");
        signIn(page, email);
        assertThat(page.locator("main")).containsText(email);

        button(page, "Sign out");
        page.navigate("/account");
        assertThat(page).hasURL(Pattern.compile(".*/sign-in\\?next=.*"));
    }

    @Test
    void signing_in_works_by_keyboard() {
        var page = person(1440, ColorScheme.DARK, true);
        var email = member(page);
        page.navigate("/sign-in");
        page.locator("#email").focus();
        page.keyboard().type(email);
        page.keyboard().press("Tab");
        page.keyboard().type(PASSWORD);
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        assertThat(page.locator("input[name=remember]")).isChecked();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Your account");
    }

    @ParameterizedTest
    @CsvSource({"360, LIGHT", "360, DARK", "1440, LIGHT", "1440, DARK"})
    void pages_of_members_are_accessible_and_fit_the_screen(int width, ColorScheme scheme) {
        var page = person(width, scheme, true);
        page.navigate("/sign-up");
        isFine(page);
        button(page, "Open an account");
        assertThat(page.locator(".field-fault")).hasCount(3);
        isFine(page);
        var email = member(page);
        isFine(page);
        page.locator("#email").fill(email);
        page.locator("#password").fill("not the password");
        button(page, "Sign in");
        isFine(page);
        signIn(page, email);
        isFine(page);
    }

    private static void isFine(Page page) {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as("accessibility of %s", page.url())
                .isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s fits", page.url())
                .isEqualTo(true);
    }

    /** Opens an account and ends at the page to sign in. */
    private static String member(Page page) {
        var email = address();
        page.navigate("/sign-up");
        page.locator("#name").fill("Ada");
        page.locator("#email").fill(email);
        page.locator("#password").fill(PASSWORD);
        button(page, "Open an account");
        assertThat(page.locator("h1")).hasText("Sign in");
        return email;
    }

    private static void signIn(Page page, String email) {
        page.locator("#email").fill(email);
        page.locator("#password").fill(PASSWORD);
        button(page, "Sign in");
        assertThat(page.locator("h1")).hasText("Your account");
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static String address() {
        return "ada-%s@stoa.example".formatted(UUID.randomUUID());
    }

    private static Page person(int width, ColorScheme scheme, boolean javaScript) {
        return browser.person(new NewContextOptions()
                        .setBaseURL(shop.url().toString())
                        .setViewportSize(width, 900)
                        .setColorScheme(scheme)
                        .setJavaScriptEnabled(javaScript))
                .newPage();
    }
}
