package org.stoa.web.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stoa.catalogue.ProductStatus;
import org.stoa.web.catalogue.StockLine.Level;

class StockLineTest {
    private final StockLine stock = new StockLine();

    @Test
    void few_pieces_are_counted_out() {
        assertThat(stock.level(ProductStatus.ACTIVE, 6)).isEqualTo(Level.PLENTY);
        assertThat(stock.level(ProductStatus.ACTIVE, 5)).isEqualTo(Level.FEW);
        assertThat(stock.level(ProductStatus.ACTIVE, 0)).isEqualTo(Level.NONE);
    }

    @Test
    void what_is_no_longer_sold_has_no_stock_to_speak_of() {
        assertThat(stock.level(ProductStatus.RETIRED, 6)).isEqualTo(Level.RETIRED);
    }
}
