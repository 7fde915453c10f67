package org.stoa.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
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

    private static Shop shop;
    private static Browser browser;

    @BeforeAll
    static void open(Shop running, Browser opened) {
        shop = running;
        browser = opened;
    }

    @BeforeEach
    void forget_what_was_tried() {
        new Members(shop).forgetTries();
    }

    @Test
    void an_account_is_opened_used_and_left_without_javascript() {
        var page = browser.page(shop, Browser.PHONE, ColorScheme.LIGHT, false);
        page.navigate("/sign-up");
        var email = Members.address();
        page.locator("#name").fill("Ada");
        page.locator("#email").fill(email);
        page.locator("#password").fill("short");
        MemberPages.button(page, "Open an account");
        assertThat(page.locator("#password")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("#email")).hasValue(email);

        page.locator("#password").fill(Members.PASSWORD);
        MemberPages.button(page, "Open an account");
        signIn(page, email);
        assertThat(page.locator("main")).containsText(email);

        MemberPages.button(page, "Sign out");
        page.navigate("/account");
        assertThat(page).hasURL(Pattern.compile(".*/sign-in\\?next=.*"));
    }

    @Test
    void signing_in_works_by_keyboard() {
        var page = browser.page(shop, Browser.WIDE, ColorScheme.DARK, true);
        var email = member(page);
        page.navigate("/sign-in");
        page.locator("#email").focus();
        page.keyboard().type(email);
        page.keyboard().press("Tab");
        page.keyboard().type(Members.PASSWORD);
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        assertThat(page.locator("input[name=remember]")).isChecked();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Your account");
    }

    @Test
    void the_head_of_every_page_names_who_is_signed_in_and_nothing_moves() {
        var page = browser.page(shop, Browser.WIDE, ColorScheme.LIGHT, true);
        var asked = new AtomicInteger();
        page.onRequest(request -> asked.addAndGet(request.url().endsWith("/members/me") ? 1 : 0));
        var account = page.locator(".account-link");
        page.navigate("/");
        // The last that the script does is done when this is.
        assertThat(page.locator("html")).hasAttribute("data-scripts", "");
        assertThat(account).hasText("Account");
        var place = page.locator(".theme").boundingBox();
        var email = member(page, "<b>Ada</b> Byron, Countess of Lovelace");
        Assertions.assertThat(asked).as("asked for by nobody").hasValue(0);

        signIn(page, email);
        Assertions.assertThat(asked).as("what is his own names him by itself").hasValue(0);
        assertThat(account).containsText("<b>Ada</b> Byron");
        for (var path : List.of("/", "/products/moby-dick", "/search?q=whale")) {
            page.navigate(path);
            assertThat(account).containsText("<b>Ada</b> Byron");
            Assertions.assertThat(page.locator(".theme").boundingBox())
                    .as(path)
                    .usingRecursiveComparison()
                    .isEqualTo(place);
        }
        Browser.requireFine(page, "home-of-member");
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Browser.requireFine(page, "home-of-member");

        page.navigate("/account");
        MemberPages.button(page, "Sign out");
        assertThat(page.locator("h1")).hasText("Sign in");
        page.navigate("/");
        assertThat(account).hasText("Account");
    }

    @ParameterizedTest
    @CsvSource({"360, LIGHT", "360, DARK", "1440, LIGHT", "1440, DARK"})
    void pages_of_members_are_accessible_and_fit_the_screen(int width, ColorScheme scheme) {
        var page = browser.page(shop, width, scheme, true);
        page.navigate("/sign-up");
        Browser.requireFine(page, "sign-up");
        MemberPages.button(page, "Open an account");
        assertThat(page.locator(".field-fault")).hasCount(3);
        Browser.requireFine(page, "sign-up-faulty");
        var email = member(page);
        Browser.requireFine(page, "sign-in");
        page.locator("#email").fill(email);
        page.locator("#password").fill("not the password");
        MemberPages.button(page, "Sign in");
        Browser.requireFine(page, "sign-in-wrong");
        signIn(page, email);
        Browser.requireFine(page, "account");
    }

    /** Opens an account and ends at the page to sign in. */
    private static String member(Page page) {
        return member(page, "Ada");
    }

    private static String member(Page page, String name) {
        var email = Members.address();
        MemberPages.signUp(page, email, name);
        return email;
    }

    private static void signIn(Page page, String email) {
        MemberPages.signIn(page, email, Members.PASSWORD);
        assertThat(page.locator("h1")).hasText("Your account");
    }
}
