package org.stoa.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.hibernate.StatelessSession;
import org.stoa.money.Money;

/**
 * A product's document, as V11__product_documents.sql makes it.
 *
 * @param product JSON of what is shown of it
 * @param reviews JSON of its newest reviews and what all of them give
 */
record ProductDocument(String product, String reviews) {
    /** The form that this application knows. Whoever changes it makes all documents anew by a migration. */
    static final int FORM = 1;

    // The second part is not run where the first has found it.
    private static final String UNMARKED_OR_NOW = """
            with made as (
                select d.body from product_document d
                 where d.product_id = :id and d.form = :form
                   and not exists (select from product_outdated o where o.product_id = d.product_id)
                   and not exists (select from documents_outdated)),
            found as (
                select body from made
                 union all
                select n.body from product_document_now n
                 where n.product_id = :id and n.form = :form and not exists (select from made))
            select cast(body -> 'product' as text) as product, cast(body -> 'reviews' as text) as reviews from found
            """;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The part {@code product}; prices keep their cents, numbers among the attributes are what they are anywhere else. */
    private record Body(
            String slug,
            String title,
            String description,
            String sku,
            BigDecimal price,
            int stock,
            ProductStatus status,
            long version,
            TreeMap<String, Object> attributes,
            long category,
            List<ProductImage> images,
            BigDecimal average,
            int ratings) {}

    /**
     * That of a product, or where it is outdated or not made yet, what it would be now: both in one statement. None where there is
     * no such product, and where an application of another version has brought another form.
     */
    static Optional<ProductDocument> of(StatelessSession session, ProductId id) {
        return session.createNativeQuery(UNMARKED_OR_NOW, Tuple.class)
                .setParameter("id", id.value())
                .setParameter("form", FORM)
                .uniqueResultOptional()
                .map(row -> new ProductDocument(row.get("product", String.class), row.get("reviews", String.class)));
    }

    /**
     * What is shown of the product.
     *
     * @param way the way down to a category
     */
    ProductView view(ProductId id, LongFunction<List<CategoryLink>> way) {
        var body = body();
        return new ProductView(
                id,
                body.slug(),
                body.title(),
                body.description(),
                new Sku(body.sku()),
                Money.euros(body.price()),
                body.stock(),
                body.status(),
                body.version(),
                body.attributes(),
                List.copyOf(body.images()),
                way.apply(body.category()),
                body.average() == null ? Rating.NONE : new Rating(body.average(), body.ratings()));
    }

    private Body body() {
        try {
            return MAPPER.readValue(product, Body.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A product's document that is not of form " + FORM, e);
        }
    }
}
