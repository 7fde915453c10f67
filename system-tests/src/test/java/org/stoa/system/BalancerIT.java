package org.stoa.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What stands between visitors and clones. */
@ExtendWith(RunningShop.class)
class BalancerIT {
    private static Shop shop;

    @BeforeAll
    static void open(Shop running) {
        shop = running;
    }

    @Test
    void a_visitor_does_not_choose_the_address_of_the_shop() {
        var page = shop.visitor()
                .get("/products/moby-dick", "X-Forwarded-Host", "evil.example", "X-Forwarded-Proto", "https");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("evil.example");
        assertThat(page.page().select("link[rel=canonical]").attr("href"))
                .isEqualTo(shop.url() + "/products/moby-dick");
    }

    @Test
    void text_is_sent_compressed_to_those_who_take_it() {
        var cover = shop.visitor().get("/").page().select("main img").attr("src");
        for (var path : new String[] {"/", cover, "/api/v1/products/1", "/api/v1/products/0"}) {
            var sent = shop.visitor().get(path, "Accept-Encoding", "gzip");
            assertThat(sent.header("Content-Encoding")).as(path).isEqualTo("gzip");
            assertThat(sent.response().headers().allValues("Vary")).as(path).anySatisfy(vary -> assertThat(vary)
                    .contains("Accept-Encoding"));
            assertThat(shop.visitor().get(path).has("Content-Encoding"))
                    .as(path)
                    .isFalse();
        }
    }
}
