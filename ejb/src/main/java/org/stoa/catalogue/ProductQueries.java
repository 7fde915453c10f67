package org.stoa.catalogue;

import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;
import org.stoa.money.Money;

/** The SQL behind what is shown of products. */
final class ProductQueries {
    private static final String CARD = """
            select p.id, p.slug, p.title, p.attributes ->> 'author' as byline, p.sku, p.price, p.stock, p.status,
                   p.version, p.sort_title, m.name as image, m.width, m.height, i.alt, r.average, r.ratings
              from product p
              left join product_rating r on r.product_id = p.id
              left join product_image i on i.product_id = p.id and i.position = 0
              left join media m on m.name = i.media_name
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
     * A card, and where it stands in the order by title: what the database sorted by, which need not be what would be
     * calculated from the title today.
     */
    record Listed(ProductCard card, String sortTitle) {
        Cursor cursor(ProductSort sort) {
            var key =
                    switch (sort) {
                        case TITLE -> sortTitle;
                        case PRICE_UP, PRICE_DOWN -> card.price().amount().toPlainString();
                        case NEWEST -> "";
                    };
            return new Cursor(sort.key(), key, card.id().value());
        }
    }

    /** One page, and one card more when there is a next page. */
    static List<Listed> page(StatelessSession session, ProductQuery query, Optional<Cursor> after) {
        var sql = new StringBuilder(CARD).append(" where p.status = 'ACTIVE'");
        query.category().ifPresent(slug -> sql.append(IN_CATEGORY));
        after.ifPresent(cursor -> sql.append(" and ").append(following(query.sort())));
        sql.append(" order by ").append(order(query.sort())).append(" limit :limit");

        var cards = session.createNativeQuery(sql.toString(), Tuple.class).setParameter("limit", query.limit() + 1);
        query.category().ifPresent(slug -> cards.setParameter("category", slug));
        after.ifPresent(cursor -> bind(cards, query.sort(), cursor));
        return cards.list().stream()
                .map(row -> new Listed(card(row), row.get("sort_title", String.class)))
                .toList();
    }

    static List<ProductCard> cards(StatelessSession session, Collection<Sku> skus) {
        return session
                .createNativeQuery(CARD + " where p.status <> 'DRAFT' and p.sku in (:skus)", Tuple.class)
                .setParameterList("skus", skus.stream().map(Sku::value).toList())
                .list()
                .stream()
                .map(ProductQueries::card)
                .toList();
    }

    static Optional<ProductView> bySlug(StatelessSession session, String slug) {
        return one(session, "slug", slug);
    }

    static Optional<ProductView> byId(StatelessSession session, ProductId id) {
        return one(session, "id", id.value());
    }

    private static Optional<ProductView> one(StatelessSession session, String column, Object key) {
        return session.createNativeQuery("""
                        select id, slug, title, description, sku, price, stock, status, version,
                               cast(attributes as text) as attributes, category_id, average, ratings
                          from product left join product_rating on product_id = id
                         where status <> 'DRAFT' and %s = :key
                        """.formatted(column), Tuple.class)
                .setParameter("key", key)
                .uniqueResultOptional()
                .map(row -> view(session, row));
    }

    private static ProductView view(StatelessSession session, Tuple row) {
        long id = row.get("id", Long.class);
        return new ProductView(
                new ProductId(id),
                row.get("slug", String.class),
                row.get("title", String.class),
                row.get("description", String.class),
                new Sku(row.get("sku", String.class)),
                Money.euros(row.get("price", BigDecimal.class)),
                row.get("stock", Integer.class),
                ProductStatus.valueOf(row.get("status", String.class)),
                row.get("version", Long.class),
                AttributesJson.attributes(row.get("attributes", String.class)),
                images(session, id),
                CategoryQueries.way(session, row.get("category_id", Long.class)),
                rating(row));
    }

    private static Rating rating(Tuple row) {
        return Optional.ofNullable(row.get("average", BigDecimal.class))
                .map(average -> new Rating(average, row.get("ratings", Integer.class)))
                .orElse(Rating.NONE);
    }

    private static List<ProductImage> images(StatelessSession session, long product) {
        return session.createNativeQuery("""
                        select m.name, i.alt, m.width, m.height
                          from product_image i join media m on m.name = i.media_name
                         where i.product_id = :product
                         order by i.position
                        """, Tuple.class).setParameter("product", product).list().stream()
                .map(row -> new ProductImage(
                        row.get(0, String.class),
                        row.get(1, String.class),
                        row.get(2, Integer.class),
                        row.get(3, Integer.class)))
                .toList();
    }

    private static ProductCard card(Tuple row) {
        var image = Optional.ofNullable(row.get("image", String.class))
                .map(name -> new ProductImage(
                        name,
                        row.get("alt", String.class),
                        row.get("width", Integer.class),
                        row.get("height", Integer.class)));
        return new ProductCard(
                new ProductId(row.get("id", Long.class)),
                row.get("slug", String.class),
                row.get("title", String.class),
                Optional.ofNullable(row.get("byline", String.class)),
                new Sku(row.get("sku", String.class)),
                Money.euros(row.get("price", BigDecimal.class)),
                row.get("stock", Integer.class),
                ProductStatus.valueOf(row.get("status", String.class)),
                row.get("version", Long.class),
                image,
                rating(row));
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
