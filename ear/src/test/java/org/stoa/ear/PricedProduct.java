package org.stoa.ear;

import java.math.BigDecimal;
import org.stoa.catalogue.ProductId;
import org.stoa.data.Reads;
import org.stoa.money.Money;

/** A product as it stands in the primary just now, past all caches. */
record PricedProduct(long version, Money price) {
    static PricedProduct of(Reads reads, ProductId id) {
        return reads.readPrimary(session -> {
            var row = session.createNativeQuery("select version, price from product where id = :id", Object[].class)
                    .setParameter("id", id.value())
                    .getSingleResult();
            return new PricedProduct(((Number) row[0]).longValue(), Money.euros((BigDecimal) row[1]));
        });
    }
}
