package org.stoa.benchmarks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A product by its addresses. */
record ShopProduct(long id, String slug) {
    /** The first that were there: those of the demo shop. */
    static List<ShopProduct> oldest(BenchmarkShop shop, int number) throws SQLException {
        return some(shop, "id", number);
    }

    /** The last that came: imported ones, which nobody has read. */
    static List<ShopProduct> newest(BenchmarkShop shop, int number) throws SQLException {
        return some(shop, "id desc", number);
    }

    private static List<ShopProduct> some(BenchmarkShop shop, String order, int number) throws SQLException {
        try (var primary = shop.connect("primary");
                var statement = primary.createStatement();
                var rows = statement.executeQuery("select id, slug from product where status = 'ACTIVE' order by "
                        + order + " limit " + number)) {
            var found = new ArrayList<ShopProduct>();
            while (rows.next()) {
                found.add(new ShopProduct(rows.getLong(1), rows.getString(2)));
            }
            return found;
        }
    }

    String page() {
        return "/products/" + slug;
    }

    String json() {
        return "/api/v1/products/" + id;
    }
}
