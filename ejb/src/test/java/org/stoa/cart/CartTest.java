package org.stoa.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoa.Refusal;
import org.stoa.catalogue.Sku;

class CartTest {
    private static final Sku ILIAD = new Sku("ILIAD");
    private static final Sku EMMA = new Sku("EMMA");

    @Test
    void a_product_stands_in_one_line() {
        var cart = Cart.EMPTY.with(ILIAD, 1).with(EMMA, 2).with(ILIAD, 3);
        assertThat(cart.lines()).containsExactly(new CartLine(ILIAD, 3), new CartLine(EMMA, 2));
        assertThat(cart.pieces()).isEqualTo(5);
    }

    @Test
    void none_of_a_product_removes_its_line() {
        assertThat(Cart.EMPTY.with(ILIAD, 1).with(EMMA, 1).with(ILIAD, 0).lines())
                .containsExactly(new CartLine(EMMA, 1));
        assertThat(Cart.EMPTY.with(ILIAD, 0)).isEqualTo(Cart.EMPTY);
    }

    @Test
    void quantities_are_limited() {
        for (int quantity : new int[] {-1, 100, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> Cart.EMPTY.with(ILIAD, quantity))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MALFORMED));
        }
    }

    @Test
    void the_number_of_lines_is_limited() {
        var cart = Cart.EMPTY;
        for (int i = 0; i < Cart.MOST_LINES; i++) {
            cart = cart.with(new Sku("BOOK-" + i), 1);
        }
        var full = cart;
        assertThatThrownBy(() -> full.with(ILIAD, 1))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID));
    }

    @Test
    void it_does_not_change_with_the_list_that_it_was_made_of() {
        var lines = new ArrayList<>(List.of(new CartLine(ILIAD, 1)));
        var cart = new Cart(lines);
        lines.clear();
        assertThat(cart.lines()).hasSize(1);
    }

    @Test
    void it_travels_between_clones_unchanged() throws Exception {
        var cart = Cart.EMPTY.with(ILIAD, 1).with(EMMA, 2);
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(cart);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(cart);
        }
    }
}
