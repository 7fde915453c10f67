package org.stoa.catalogue;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.stoa.catalogue.ProductQueries.Listed;
import org.stoa.data.Reads;

/** What anybody may read of the catalogue; never the basis of a write. Drafts are not in it. */
@ApplicationScoped
public class Catalogue {
    /** The most products on one page. */
    public static final int MOST_PER_PAGE = 100;

    private static final int LONGEST_SLUG = 120;
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    @Inject
    private Reads reads;

    /** The product of that slug, or none. */
    public Optional<ProductView> product(String slug) {
        return isSlug(slug) ? reads.read(session -> ProductQueries.bySlug(session, slug)) : Optional.empty();
    }

    /** The product of that id, or none. */
    public Optional<ProductView> product(ProductId id) {
        return reads.read(ProductTags.of(id), session -> ProductQueries.byId(session, id));
    }

    /** The product as the primary has it, so with everything that was committed before; or none. */
    public Optional<ProductView> latest(ProductId id) {
        return reads.readPrimary(session -> ProductQueries.byId(session, id));
    }

    /** The trees of all categories. */
    public List<CategoryNode> categories() {
        return reads.read(Set.of(ProductTags.CATEGORIES), CategoryQueries::tree);
    }

    /** The category of that slug, or none. */
    public Optional<CategoryView> category(String slug) {
        return isSlug(slug) ? reads.read(session -> CategoryQueries.bySlug(session, slug)) : Optional.empty();
    }

    /**
     * One page of the products that are sold, in or below a category or of all. An unknown category is an empty one.
     *
     * @throws org.stoa.Refusal malformed: a cursor that does not belong to this list
     */
    public Page<ProductCard> products(ProductQuery query) {
        if (!query.category().map(Catalogue::isSlug).orElse(true)) {
            return new Page<>(List.of(), Optional.empty());
        }
        var after =
                query.cursor().map(cursor -> Cursor.parse(cursor, query.sort().key()));
        var found = reads.read(session -> ProductQueries.page(session, query, after));
        var items = found.stream().limit(query.limit()).map(Listed::card).toList();
        var next = found.size() > query.limit()
                ? Optional.of(found.get(query.limit() - 1).cursor(query.sort()).format())
                : Optional.<String>empty();
        return new Page<>(items, next);
    }

    /** The products of those SKUs that there are, sold or retired. */
    public Map<Sku, ProductCard> cards(Collection<Sku> skus) {
        if (skus.isEmpty()) {
            return Map.of();
        }
        return reads.read(session -> ProductQueries.cards(session, skus)).stream()
                .collect(toUnmodifiableMap(ProductCard::sku, identity()));
    }

    /** What no slug looks like never reaches the database. */
    private static boolean isSlug(String text) {
        return text.length() <= LONGEST_SLUG && SLUG.matcher(text).matches();
    }
}
