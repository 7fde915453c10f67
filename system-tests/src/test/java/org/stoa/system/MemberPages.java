package org.stoa.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

/** The ways to an account and into it, as a person goes them in a browser. */
final class MemberPages {
    private MemberPages() {}

    /** Opens an account with {@link Members#PASSWORD}; ends where one signs in. */
    static void signUp(Page page, String email, String name) {
        page.navigate("/sign-up");
        page.locator("#name").fill(name);
        page.locator("#email").fill(email);
        page.locator("#password").fill(Members.PASSWORD);
        button(page, "Open an account");
        assertThat(page.locator("h1")).hasText("Sign in");
    }

    /** Signs in on the page that asks for it. */
    static void signIn(Page page, String email, String password) {
        page.locator("#email").fill(email);
        page.locator("#password").fill(password);
        button(page, "Sign in");
    }

    /** Presses a button. */
    static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
