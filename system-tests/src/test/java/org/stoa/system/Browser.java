package org.stoa.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A Chromium of this machine. */
final class Browser implements AutoCloseable {
    /** The width of a small phone, in CSS pixels. */
    static final int PHONE = 360;

    /** The width of a large screen, in CSS pixels. */
    static final int WIDE = 1440;

    private static final int PHONE_HEIGHT = 780;
    private static final int HEIGHT = 900;
    private static final int PATIENCE_MILLIS = 30_000;
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright =
            Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Path executable) {
        chromium = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(executable).setArgs(QUIET));
    }

    /** Where Chromium is on this machine, if it is. */
    static Optional<Path> executable() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Browser start() {
        return new Browser(executable().orElseThrow());
    }

    /**
     * An empty page of somebody who has never been in that shop.
     *
     * @param width of his screen, in CSS pixels
     */
    Page page(Shop shop, int width, ColorScheme scheme, boolean javaScript) {
        var person = chromium.newContext(new NewContextOptions()
                .setBaseURL(shop.url().toString())
                .setViewportSize(width, width == PHONE ? PHONE_HEIGHT : HEIGHT)
                .setColorScheme(scheme)
                .setJavaScriptEnabled(javaScript));
        person.setDefaultTimeout(PATIENCE_MILLIS);
        return person.newPage();
    }

    /** Closes all pages: those of a test that is over would go on asking the shop. */
    void leave() {
        List.copyOf(chromium.contexts()).forEach(BrowserContext::close);
    }

    /**
     * Fails unless what is shown breaks no rule of accessibility and is no wider than the screen. Where the system property
     * {@code stoa.screenshots} names a directory, a picture of it is put there.
     *
     * @param name of the picture; screen and colours are added
     */
    static void requireFine(Page page, String name) {
        int width = page.viewportSize().width;
        var scheme = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'");
        Optional.ofNullable(System.getProperty("stoa.screenshots"))
                .map(directory -> Path.of(directory, "%s-%d-%s.png".formatted(name, width, scheme)))
                .ifPresent(picture -> page.screenshot(
                        new ScreenshotOptions().setFullPage(true).setPath(picture)));
        assertThat(violations(page))
                .as("accessibility of %s (%s) at %d in %s", page.url(), name, width, scheme)
                .isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s (%s) fits %d pixels", page.url(), name, width)
                .isEqualTo(true);
    }

    /**
     * Asked for violations alone: all that is right on a long page is a long answer, too. In its legacy mode, which leaves out what
     * frames of other hosts show: there are none, and for them each look would open a window of its own.
     */
    private static List<Rule> violations(Page page) {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                .setLegacyMode(true)
                .options(options)
                .analyze()
                .getViolations();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
