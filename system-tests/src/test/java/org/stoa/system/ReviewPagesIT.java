package org.stoa.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reviews on the pages of the shop, with forms. */
@ExtendWith(RunningShop.class)
class ReviewPagesIT {
    private static final String SLUG = "review-pages-it-";
    private static final String STAFF = "/staff/reviews";

    private static Shop shop;
    private static Reviewers reviewers;

    @BeforeAll
    static void open(Shop running) {
        shop = running;
        reviewers = new Reviewers(shop);
    }

    @AfterAll
    static void tidy() {
        reviewers.tidy(SLUG);
    }

    /** All tests come from one address. */
    @BeforeEach
    void forget_what_was_tried() {
        new Members(shop).forgetTries();
    }

    @Test
    void a_review_is_written_changed_and_deleted_by_form() {
        var page = page("form");
        var ada = reviewers.member("Ada");
        var empty = ada.get(page + "/review");
        assertThat(empty.status()).isEqualTo(200);
        assertThat(empty.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(empty.page().select("form[action$=/delete]")).isEmpty();

        var written = ada.form(page + "/review", Map.of("rating", "4", "title", "Good", "text", "One.\r\n\r\nTwo."));
        assertThat(written.status()).as("%s", written).isEqualTo(303);
        assertThat(written.header("Location")).isEqualTo(page + "/review?notice=review-written");
        var form = ada.get(written.header("Location")).page();
        assertThat(form.select(".notice").text()).isEqualTo("Your review is published.");
        assertThat(form.select("input[name=rating][checked]").val()).isEqualTo("4");
        assertThat(form.select("textarea").first().wholeText()).isEqualTo("One.\n\nTwo.");
        var shown = ada.get(page).page();
        assertThat(shown.select(".review-title").text()).isEqualTo("Good");
        assertThat(shown.select(".review-text").eachText()).containsExactly("One.", "Two.");

        var version = form.select("input[name=version]").first().val();
        var changed = ada.form(page + "/review", Map.of("rating", "2", "text", "Three.", "version", version));
        assertThat(changed.header("Location")).endsWith("notice=review-changed");
        assertThat(ada.get(page + "/reviews").page().select(".review-by").text())
                .contains("changed on");

        var late = ada.form(page + "/review", Map.of("rating", "5", "text", "From another tab.", "version", version));
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.page().select("[role=alert]").text()).contains("changed elsewhere");
        assertThat(late.page().select("textarea").text()).isEqualTo("From another tab.");

        var now = late.page().select("form[action$=/delete] input").val();
        var deleted = ada.form(page + "/review/delete", Map.of("version", now));
        assertThat(deleted.header("Location")).endsWith("notice=review-deleted");
        assertThat(ada.get(page).page().select(".review")).isEmpty();
    }

    @Test
    void what_is_typed_stays_when_something_is_wrong() {
        var page = page("faults");
        var ada = reviewers.member("Ada");
        var again = ada.form(page + "/review", Map.of("rating", "9", "title", "Kept", "text", " "));
        assertThat(again.status()).as("%s", again).isEqualTo(422);
        assertThat(again.page().select(".field-fault")).hasSize(2);
        assertThat(again.page().select("input[name=title]").val()).isEqualTo("Kept");
        assertThat(again.header("Cache-Control")).isEqualTo("private, no-store");
        var text = "a long text ".repeat(450);
        var longer = ada.form(page + "/review", Map.of("rating", "3", "text", text));
        assertThat(longer.status()).isEqualTo(422);
        assertThat(longer.page().select("textarea").text()).isEqualTo(text.strip());
    }

    @Test
    void who_is_not_signed_in_comes_back_after_signing_in() {
        var page = page("sign-in");
        var nobody = shop.visitor();
        var sent = nobody.get(page + "/review");
        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.header("Location")).isEqualTo("/sign-in?next=" + page.replace("/", "%2F") + "%2Freview");
        var posted = nobody.form(page + "/review", Map.of("rating", "1", "text", "Of nobody."));
        assertThat(posted.header("Location")).isEqualTo(sent.header("Location"));
        assertThat(nobody.get(page).page().select(".review")).isEmpty();
    }

    @Test
    void a_form_on_another_site_writes_nothing() {
        var page = page("origin");
        var ada = reviewers.member("Ada");
        var forged =
                ada.form(page + "/review", Map.of("rating", "1", "text", "Forged."), "Origin", "https://evil.example");
        assertThat(forged.status()).isEqualTo(403);
        assertThat(ada.get(page).page().select(".review")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "</textarea><script>alert(1)</script>",
                "#{1+1} ${1+1}",
                "&lt;b&gt; &amp; <!-- "
            })
    void what_is_written_stays_text(String text) {
        var page = page("text-" + Math.abs(text.hashCode()));
        var ada = reviewers.member(text);
        var written = ada.form(page + "/review", Map.of("rating", "5", "title", text, "text", text));
        assertThat(written.status()).as("%s", written).isEqualTo(303);
        for (var path : new String[] {page, page + "/reviews"}) {
            var shown = ada.get(path).page();
            assertThat(shown.select(".review-title").first().wholeText()).isEqualTo(text.strip());
            assertThat(shown.select(".review-text").first().wholeText()).isEqualTo(text.strip());
            assertThat(shown.select(".review-by bdi").first().wholeText()).isEqualTo(text.strip());
            assertThat(shown.select("main script, [onerror], main b")).isEmpty();
        }
        var form = ada.get(page + "/review").page();
        assertThat(form.select("textarea").first().wholeText().strip()).isEqualTo(text.strip());
        assertThat(form.select("main script, main [onerror]")).isEmpty();
    }

    @Test
    void public_pages_are_the_same_bytes_for_everybody() {
        var page = page("same");
        var ada = reviewers.member("Ada");
        ada.form(page + "/review", Map.of("rating", "5", "text", "Of Ada."));
        var anybody = shop.visitor();
        for (var path :
                new String[] {page, page + "/reviews", page + "/reviews?stars=5", page + "/reviews?sort=lowest"}) {
            var own = ada.get(path);
            Shop.await("everybody sees it", () -> anybody.get(path).body().equals(own.body()));
            assertThat(own.header("Cache-Control")).startsWith("public, max-age=0");
            assertThat(own.body()).contains("Of Ada.");
        }
        assertThat(anybody.hasCookie("JSESSIONID")).isFalse();
    }

    @Test
    void bars_narrow_to_their_stars_and_back() {
        var page = page("bars");
        reviewers.reviews(
                shop.longs("select id from product where slug = '" + SLUG + "bars'")
                        .get(0),
                5,
                5,
                1);
        var visitor = shop.visitor();
        Shop.await(
                "the reviews are there",
                () -> visitor.get(page).page().select(".review").size() == 3);
        var all = visitor.get(page).page();
        assertThat(all.select(".histogram a").eachAttr("href"))
                .containsExactly(page + "/reviews?stars=5", page + "/reviews?stars=1");
        assertThat(all.select(".histogram rect").eachAttr("width")).containsExactly("67%", "33%");
        var narrowed = visitor.get(page + "/reviews?stars=5").page();
        assertThat(narrowed.select(".review")).hasSize(2);
        assertThat(narrowed.select(".histogram a[aria-current]").attr("href")).isEqualTo(page + "/reviews");
        assertThat(visitor.get(page + "/reviews?stars=3").page().select(".empty"))
                .hasSize(1);
        for (var bad : new String[] {"?stars=6", "?sort=best", "?cursor=x", "?stars=x"}) {
            assertThat(visitor.get(page + "/reviews" + bad).status()).as(bad).isEqualTo(400);
        }
        assertThat(visitor.get("/products/not-there/reviews").status()).isEqualTo(404);
    }

    @Test
    void staff_hide_a_review_and_show_it_again() {
        var page = page("staff");
        var ada = reviewers.member("Ada");
        ada.form(page + "/review", Map.of("rating", "1", "text", "Unkind words of " + SLUG));
        assertThat(ada.get(STAFF).status()).as("members of the public").isEqualTo(404);
        var staff = reviewers.member("Staff");
        shop.sql("update member set role = 'staff' where id = (select max(id) from member where name = 'Staff')");

        var entry = staff.get(STAFF).page().select(".staff-review").first();
        assertThat(entry.text()).contains("Unkind words of " + SLUG);
        var fields = Map.of(
                "review", entry.select("input[name=review]").val(),
                "version", entry.select("input[name=version]").val(),
                "hide", entry.select("input[name=hide]").val());
        assertThat(fields).containsEntry("hide", "true");
        assertThat(ada.form(STAFF, fields).status()).as("members of the public").isEqualTo(404);
        var hidden = staff.form(STAFF, fields);
        assertThat(hidden.header("Location")).isEqualTo(STAFF + "?notice=review-hidden");
        assertThat(staff.get(page + "/reviews").page().select(".review")).isEmpty();
        assertThat(ada.get(page + "/review").page().text()).contains("only you can see it");

        assertThat(staff.form(STAFF, fields).header("Location")).contains("review-stale");
        var list =
                staff.get(STAFF + "?hidden=true").page().select(".staff-review").first();
        var shown = staff.form(
                STAFF,
                Map.of(
                        "review", list.select("input[name=review]").val(),
                        "version", list.select("input[name=version]").val(),
                        "hide", list.select("input[name=hide]").val(),
                        "hidden", "true"));
        assertThat(shown.header("Location")).isEqualTo(STAFF + "?notice=review-shown&hidden=true");
        assertThat(staff.get(page + "/reviews").page().select(".review")).hasSize(1);
    }

    /** The address of a product that nobody has reviewed. */
    private static String page(String name) {
        reviewers.product(SLUG + name);
        var page = "/products/" + SLUG + name;
        Shop.await("the product is there", () -> shop.visitor().get(page).status() == 200);
        return page;
    }
}
