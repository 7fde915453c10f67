package org.stoa.catalogue;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.stoa.catalogue.ImportedProduct.Defaults;
import org.stoa.catalogue.ImportedProduct.Outcome;
import org.stoa.data.SqlUpdate;

/**
 * Takes many products at once into the catalogue, by a handful of statements and not one for each.
 *
 * <p>Isolation: read committed, in the caller's transaction. One merge at a time, up to the lock timeout: two
 * that propose the same slugs in another order would deadlock. Products that are there are locked before they are changed. A
 * clone that dies in the middle leaves nothing behind.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class CatalogueMerge {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The advisory lock of merges; nothing else in the database has this number. */
    private static final long TURN = 7_305_001L;

    /** As many as {@link ProductSlug} proposes. */
    private static final int SLUGS = ProductSlug.CHOICES;

    /** Products that are there keep theirs. */
    private static final int NO_SLUG = -1;

    private static final String GIVEN = """
            with given as (
                select * from jsonb_to_recordset(cast(:products as jsonb)) as g(sku text, slug text, title text,
                    sort_title text, description text, price numeric, stock int, category text, attributes jsonb))
            """;

    private static final String LOCK = "select sku from product where sku in (:skus) order by sku for no key update";

    private static final String UPDATE = GIVEN + """
            , merged as (
                select p.id, g.title, g.sort_title, coalesce(g.description, p.description) as description,
                       coalesce(g.price, p.price) as price, coalesce(g.stock, p.stock) as stock,
                       coalesce(c.id, p.category_id) as category_id,
                       jsonb_strip_nulls(p.attributes || g.attributes) as attributes
                  from given g join product p on p.sku = g.sku left join category c on c.slug = g.category)
            update product p
               set title = m.title, sort_title = m.sort_title, description = m.description, price = m.price,
                   stock = m.stock, category_id = m.category_id, attributes = m.attributes, version = p.version + 1
              from merged m
             where p.id = m.id
               and (p.title, p.description, p.price, p.stock, p.category_id, p.attributes)
                   is distinct from (m.title, m.description, m.price, m.stock, m.category_id, m.attributes)
            """;

    private static final String INSERT = GIVEN + """
            insert into product (slug, sku, title, sort_title, description, price, stock, status, category_id, attributes)
            select g.slug, g.sku, g.title, g.sort_title, coalesce(g.description, :description),
                   coalesce(g.price, cast(:price as numeric)), coalesce(g.stock, :stock), 'ACTIVE', c.id,
                   jsonb_strip_nulls(g.attributes)
              from given g join category c on c.slug = coalesce(g.category, :category)
             order by g.sku
            on conflict do nothing
            returning sku
            """;

    @PersistenceContext
    private EntityManager primary;

    /** Makes a category at the end of the top of the tree, if its slug is not taken. */
    public void requireCategory(String slug, String name, String description) {
        SqlUpdate.of(primary, """
                        insert into category (slug, name, description, position)
                        select :slug, :name, :description, coalesce(max(position) + 1, 0)
                          from category where parent_id is null
                        on conflict do nothing
                        """)
                .setParameter("slug", slug)
                .setParameter("name", name)
                .setParameter("description", description)
                .executeUpdate();
    }

    /** Those of the slugs that are categories'. */
    public Set<String> categories(Collection<String> slugs) {
        if (slugs.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(query("select slug from category where slug in (:slugs)", String.class)
                .setParameter("slugs", slugs)
                .getResultList());
    }

    /**
     * Adds those that are not there and changes those that are, where they differ.
     *
     * @param products up to some thousand, each with another SKU
     * @param defaults for those that are new
     */
    public Outcome merge(List<ImportedProduct> products, Defaults defaults) {
        awaitTurn();
        var bySku = products.stream().collect(toMap(product -> product.sku().value(), product -> product));
        int created = 0;
        int updated = 0;
        // Again for those that could not be written because a slug was taken, or the product was added meanwhile.
        for (int slug = 0; slug < SLUGS && !bySku.isEmpty(); slug++) {
            var present = lock(bySku.keySet());
            if (!present.isEmpty()) {
                updated += update(present.stream().map(bySku::get).toList());
                bySku.keySet().removeAll(present);
            }
            if (!bySku.isEmpty()) {
                var added = insert(bySku.values(), slug, defaults);
                created += added.size();
                bySku.keySet().removeAll(added);
            }
        }
        if (!bySku.isEmpty()) {
            throw new IllegalStateException("No slug was free for " + bySku.keySet());
        }
        return new Outcome(created, updated);
    }

    private void awaitTurn() {
        query("select 1 from pg_advisory_xact_lock(:turn)", Integer.class)
                .setParameter("turn", TURN)
                .getSingleResult();
    }

    private List<String> lock(Set<String> skus) {
        return query(LOCK, String.class).setParameter("skus", skus).getResultList();
    }

    private int update(Collection<ImportedProduct> products) {
        return SqlUpdate.of(primary, UPDATE)
                .setParameter("products", json(products, NO_SLUG))
                .executeUpdate();
    }

    private Set<String> insert(Collection<ImportedProduct> products, int slug, Defaults defaults) {
        return new HashSet<>(query(INSERT, String.class)
                .setParameter("products", json(products, slug))
                .setParameter("description", defaults.description())
                .setParameter("price", defaults.price().toPlainString())
                .setParameter("stock", defaults.stock())
                .setParameter("category", Objects.requireNonNullElse(defaults.category(), ""))
                .getResultList());
    }

    private static String json(Collection<ImportedProduct> products, int slug) {
        var all = MAPPER.createArrayNode();
        products.forEach(product -> add(all, product, slug));
        try {
            return MAPPER.writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Products that can't be written as JSON", e);
        }
    }

    private static void add(ArrayNode all, ImportedProduct product, int slug) {
        var row = all.addObject()
                .put("sku", product.sku().value())
                .put("slug", slug == NO_SLUG ? null : ProductSlug.of(product.title(), product.sku(), slug))
                .put("title", product.title())
                .put("sort_title", SortTitle.of(product.title()))
                .put("description", product.description().orElse(null))
                .put("price", product.price().orElse(null))
                .put("stock", product.stock().orElse(null))
                .put("category", product.category().orElse(null));
        addAttributes(row.putObject("attributes"), product.attributes());
    }

    private static void addAttributes(ObjectNode json, Map<String, Optional<Object>> attributes) {
        attributes.forEach((name, value) -> json.set(name, MAPPER.valueToTree(value.orElse(null))));
    }

    /** Typed, which JPA's own is not. */
    private <T> NativeQuery<T> query(String sql, Class<T> type) {
        return primary.unwrap(Session.class).createNativeQuery(sql, type);
    }
}
