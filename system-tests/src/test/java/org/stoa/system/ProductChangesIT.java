package org.stoa.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of pages and carts when the staff change a product. */
@ExtendWith(RunningShop.class)
class ProductChangesIT {
    private static final String DRAFTED = "/api/v1/products/23";
    private static final String SIGNED = "/api/v1/products/25";

    private static Shop shop;

    @BeforeAll
    static void open(Shop running) {
        shop = running;
    }

    @Test
    void a_draft_leaves_the_shop_and_comes_back() {
        var before = shop.staff().get(DRAFTED).json();
        var sku = before.get("sku").asText();
        long version = before.get("version").asLong();
        var guest = shop.visitor();
        var added = guest.json("POST", "/api/v1/cart/items", "{\"sku\": \"%s\", \"quantity\": 1}".formatted(sku));
        assertThat(added.status()).as("%s", added).isEqualTo(200);

        assertThat(move("draft", version).status()).isEqualTo(204);
        try {
            Shop.await("the draft is gone", () -> shop.visitor().get(DRAFTED).status() == 404);
            var cart = guest.get("/cart");
            assertThat(cart.status()).isEqualTo(200);
            assertThat(cart.page().select("main").text()).contains(sku);
            assertThat(guest.get("/api/v1/cart").json().get("lines")).isEmpty();
            assertThat(guest.get("/api/v1/cart").json().at("/gone/0").asText()).isEqualTo(sku);
            assertThat(guest.delete("/api/v1/cart/items/" + sku).json().get("gone"))
                    .isEmpty();
        } finally {
            assertThat(move("active", version + 1).status()).isEqualTo(200);
        }
        Shop.await("the product is back", () -> shop.visitor().get(DRAFTED).status() == 200);
    }

    @Test
    void attributes_are_merged() {
        var before = shop.staff().get(SIGNED);
        var added = characterise("{\"signed\": true}", before);
        assertThat(added.json().at("/attributes/signed").asBoolean()).isTrue();
        assertThat(added.json().at("/attributes/author"))
                .isEqualTo(before.json().at("/attributes/author"));
        assertThat(characterise("{\"signed\": null}", added).json().get("attributes"))
                .isEqualTo(before.json().get("attributes"));
    }

    private static Visitor.Reply move(String status, long version) {
        return shop.staff()
                .json("PATCH", DRAFTED, "{\"status\": \"%s\"}".formatted(status), "If-Match", "\"" + version + "\"");
    }

    private static Visitor.Reply characterise(String attributes, Visitor.Reply present) {
        return shop.staff()
                .json(
                        "PATCH",
                        SIGNED,
                        "{\"attributes\": %s}".formatted(attributes),
                        "If-Match",
                        present.header("ETag"));
    }
}
