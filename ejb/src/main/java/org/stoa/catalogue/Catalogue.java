package org.stoa.catalogue;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableMap;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.stoa.cache.BatchLoad;
import org.stoa.cache.Caches;
import org.stoa.cache.FreshCache;
import org.stoa.cache.QueryKey;
import org.stoa.catalogue.ProductQueries.Listed;
import org.stoa.data.Reads;

/**
 * What anybody may read of the catalogue; never the basis of a write. Drafts are not in it. Products are kept by their ids, lists
 * as ids alone.
 */
@ApplicationScoped
public class Catalogue {
    /** The most products on one page. */
    public static final int MOST_PER_PAGE = 100;

    private static final String TREE = "categories";
    private static final int LONGEST_SLUG = 120;
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    @Inject
    private Reads reads;

    @Inject
    private Caches caches;

    private FreshCache<Optional<ProductView>> products;
    private FreshCache<CategoryTree> trees;
    private FreshCache<Optional<Long>> slugs;
    private FreshCache<ProductIds> lists;

    @PostConstruct
    void start() {
        products = caches.objects();
        trees = caches.objects();
        slugs = caches.queries();
        lists = caches.queries();
    }

    /** The product of that slug, or none. */
    public Optional<ProductView> product(String slug) {
        if (!isSlug(slug)) {
            return Optional.empty();
        }
        var tags = ProductTags.ofSlug(slug);
        return slugs.get("slug:" + slug, () -> reads.read(tags, session -> ProductQueries.idOfSlug(session, slug)))
                .flatMap(id -> product(new ProductId(id)));
    }

    /** The product of that id, or none. */
    public Optional<ProductView> product(ProductId id) {
        return products.get(key(id.value()), () -> views(Set.of(id.value()), ProductTags.of(id))
                .get(key(id.value())));
    }

    /** The trees of all categories. */
    public List<CategoryNode> categories() {
        return tree().roots();
    }

    /** The category of that slug, or none. */
    public Optional<CategoryView> category(String slug) {
        return tree().bySlug(slug);
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
        var list = lists.get(QueryKey.of("products", List.of(query)), () -> {
            var tags = ProductTags.ofList(query, tree());
            return listed(reads.read(tags, session -> ProductQueries.page(session, query, after)), query);
        });
        return new Page<>(cards(list.ids()), list.next());
    }

    private static ProductIds listed(List<Listed> found, ProductQuery query) {
        var ids = found.stream().limit(query.limit()).map(Listed::id).toList();
        var next = found.size() > query.limit()
                ? Optional.of(found.get(query.limit() - 1).cursor(query.sort()).format())
                : Optional.<String>empty();
        return new ProductIds(ids, next);
    }

    /** The products of those ids that there are, in that order. */
    public List<ProductCard> cards(List<Long> ids) {
        var keys = ids.stream().map(Catalogue::key).toList();
        var found = products.getAll(keys, new Views());
        return keys.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .flatMap(Optional::stream)
                .map(ProductView::card)
                .toList();
    }

    /** The products of those SKUs that there are, sold or retired. */
    public Map<Sku, ProductCard> cards(Collection<Sku> skus) {
        if (skus.isEmpty()) {
            return Map.of();
        }
        var ids = reads.read(session -> ProductQueries.idsOfSkus(session, skus));
        return cards(ids).stream().collect(toUnmodifiableMap(ProductCard::sku, identity()));
    }

    private CategoryTree tree() {
        return trees.get(TREE, () -> reads.read(Set.of(ProductTags.CATEGORIES), CategoryQueries::tree));
    }

    /** The products of those ids by their keys, also where there is none. */
    private Map<String, Optional<ProductView>> views(Set<Long> ids, Set<String> tags) {
        var tree = tree();
        var found = reads.read(tags, session -> ProductQueries.byIds(session, ids, tree::way)).stream()
                .collect(toMap(view -> view.id().value(), identity()));
        return ids.stream().collect(toMap(Catalogue::key, (Function<Long, Optional<ProductView>>)
                id -> Optional.ofNullable(found.get(id))));
    }

    /** Reads several products at once. */
    private final class Views implements BatchLoad<Optional<ProductView>> {
        @Override
        public Map<String, Optional<ProductView>> load(Set<String> keys) {
            var ids = keys.stream().map(Catalogue::id).collect(Collectors.toSet());
            return views(ids, keys.stream().flatMap(key -> tags(key).stream()).collect(Collectors.toSet()));
        }

        @Override
        public Set<String> tags(String key) {
            return ProductTags.of(new ProductId(id(key)));
        }
    }

    private static final String KEY = "product:";

    private static String key(long id) {
        return KEY + id;
    }

    private static long id(String key) {
        return Long.parseLong(key.substring(KEY.length()));
    }

    /** What no slug looks like never reaches the database. */
    private static boolean isSlug(String text) {
        return text.length() <= LONGEST_SLUG && SLUG.matcher(text).matches();
    }
}
