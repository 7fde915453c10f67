package org.stoa.catalogue;

import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;
import org.stoa.money.Money;

/** The SQL behind what is shown of products. */
final class ProductQueries {
    private static final String LISTED = "select p.id, p.sort_title, p.price from product p where p.status = 'ACTIVE'";

    // One statement for all that is shown of products; their pictures in order.
    private static final String VIEWS = """
            select p.id, p.slug, p.title, p.description, p.sku, p.price, p.stock, p.status, p.version,
                   cast(p.attributes as text) as attributes, p.category_id,
                   cast(coalesce((select jsonb_agg(jsonb_build_array(m.name, i.alt, m.width, m.height) order by i.position)
                                    from product_image i join media m on m.name = i.media_name
                                   where i.product_id = p.id), '[]') as text) as images,
                   r.average, r.ratings
              from product p left join product_rating r on r.product_id = p.id
             where p.status <> 'DRAFT' and p.id in (:ids)
            """;

    private static final String IN_CATEGORY = """
             and p.category_id in (
                with recursive below as (
                    select id from category where slug = :category
                    union all
                    select c.id from category c join below b on c.parent_id = b.id)
                select id from below)
            """;

    private ProductQueries() {}

    /**
     * A product of a list, and where it stands in the order by title: what the database sorted by, which need not be what would
     * be calculated from the title today.
     */
    record Listed(long id, String sortTitle, BigDecimal price) {
        Cursor cursor(ProductSort sort) {
            var key =
                    switch (sort) {
                        case TITLE -> sortTitle;
                        case PRICE_UP, PRICE_DOWN -> price.toPlainString();
                        case NEWEST -> "";
                    };
            return new Cursor(sort.key(), key, id);
        }
    }

    /** One page, and one product more when there is a next page. */
    static List<Listed> page(StatelessSession session, ProductQuery query, Optional<Cursor> after) {
        var sql = new StringBuilder(LISTED);
        query.category().ifPresent(slug -> sql.append(IN_CATEGORY));
        after.ifPresent(cursor -> sql.append(" and ").append(following(query.sort())));
        sql.append(" order by ").append(order(query.sort())).append(" limit :limit");

        var cards = session.createNativeQuery(sql.toString(), Tuple.class).setParameter("limit", query.limit() + 1);
        query.category().ifPresent(slug -> cards.setParameter("category", slug));
        after.ifPresent(cursor -> bind(cards, query.sort(), cursor));
        return cards.list().stream()
                .map(row -> new Listed(
                        row.get("id", Long.class),
                        row.get("sort_title", String.class),
                        row.get("price", BigDecimal.class)))
                .toList();
    }

    static Optional<Long> idOfSlug(StatelessSession session, String slug) {
        return session.createNativeQuery("select id from product where status <> 'DRAFT' and slug = :slug", Long.class)
                .setParameter("slug", slug)
                .uniqueResultOptional();
    }

    static List<Long> idsOfSkus(StatelessSession session, Collection<Sku> skus) {
        return session.createNativeQuery(
                        "select id from product where status <> 'DRAFT' and sku in (:skus)", Long.class)
                .setParameterList("skus", skus.stream().map(Sku::value).toList())
                .list();
    }

    /**
     * All that is shown of products.
     *
     * @param way the way down to a category
     */
    static List<ProductView> byIds(
            StatelessSession session, Collection<Long> ids, LongFunction<List<CategoryLink>> way) {
        return session.createNativeQuery(VIEWS, Tuple.class).setParameterList("ids", ids).list().stream()
                .map(row -> view(row, way))
                .toList();
    }

    private static ProductView view(Tuple row, LongFunction<List<CategoryLink>> way) {
        return new ProductView(
                new ProductId(row.get("id", Long.class)),
                row.get("slug", String.class),
                row.get("title", String.class),
                row.get("description", String.class),
                new Sku(row.get("sku", String.class)),
                Money.euros(row.get("price", BigDecimal.class)),
                row.get("stock", Integer.class),
                ProductStatus.valueOf(row.get("status", String.class)),
                row.get("version", Long.class),
                AttributesJson.attributes(row.get("attributes", String.class)),
                ImagesJson.images(row.get("images", String.class)),
                way.apply(row.get("category_id", Long.class)),
                rating(row));
    }

    private static Rating rating(Tuple row) {
        return Optional.ofNullable(row.get("average", BigDecimal.class))
                .map(average -> new Rating(average, row.get("ratings", Integer.class)))
                .orElse(Rating.NONE);
    }

    private static String order(ProductSort sort) {
        return switch (sort) {
            case TITLE -> "p.sort_title, p.id";
            case PRICE_UP -> "p.price, p.id";
            case PRICE_DOWN -> "p.price desc, p.id desc";
            case NEWEST -> "p.id desc";
        };
    }

    private static String following(ProductSort sort) {
        return switch (sort) {
            case TITLE -> "(p.sort_title, p.id) > (:key, :id)";
            case PRICE_UP -> "(p.price, p.id) > (:key, :id)";
            case PRICE_DOWN -> "(p.price, p.id) < (:key, :id)";
            case NEWEST -> "p.id < :id";
        };
    }

    private static void bind(NativeQuery<Tuple> cards, ProductSort sort, Cursor cursor) {
        cards.setParameter("id", cursor.id());
        switch (sort) {
            case TITLE -> cards.setParameter("key", cursor.key());
            case PRICE_UP, PRICE_DOWN -> cards.setParameter("key", cursor.number());
            case NEWEST -> {}
        }
    }
}
