package org.stoa.web.catalogue;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omnifaces.cdi.Param;
import org.stoa.Refusal;
import org.stoa.catalogue.Catalogue;
import org.stoa.catalogue.CategoryLink;
import org.stoa.catalogue.CategoryView;
import org.stoa.catalogue.Page;
import org.stoa.catalogue.ProductCard;
import org.stoa.catalogue.ProductQuery;
import org.stoa.catalogue.ProductSort;

/** A category and one page of its products. */
@Named
@RequestScoped
public class CategoryPage {
    private static final int PER_PAGE = 24;
    private static final ProductSort USUAL = ProductSort.TITLE;

    @Inject
    private Catalogue catalogue;

    @Inject
    @Param
    private String slug;

    @Inject
    @Param(name = "sort")
    private String sortKey;

    @Inject
    @Param
    private String cursor;

    private CategoryView category;
    private ProductSort sort = USUAL;
    private Page<ProductCard> page;

    /** Reads what the page shows; throws a Refusal: no such category, malformed sort or cursor. */
    public void load() {
        sort = Optional.ofNullable(sortKey).map(CategoryPage::sort).orElse(USUAL);
        category = catalogue
                .category(slug)
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "There is no category " + slug + "."));
        page = catalogue.products(new ProductQuery(Optional.of(slug), sort, Optional.ofNullable(cursor), PER_PAGE));
    }

    private static ProductSort sort(String key) {
        return ProductSort.fromKey(key)
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.MALFORMED,
                        Stream.of(ProductSort.values())
                                .map(ProductSort::key)
                                .collect(Collectors.joining(", ", "sort: one of ", "."))));
    }

    /** The category. */
    public CategoryView getCategory() {
        return category;
    }

    /** The top category that it is in, or itself. */
    public String getSection() {
        return category.way().stream().findFirst().map(CategoryLink::slug).orElse(category.slug());
    }

    /** The products of this page, perhaps none. */
    public List<ProductCard> getProducts() {
        return page.items();
    }

    /** The orders to choose from. */
    public ProductSort[] getSorts() {
        return ProductSort.values();
    }

    /** The order chosen. */
    public ProductSort getSort() {
        return sort;
    }

    /** Whether this is the first page of the list. */
    public boolean isFirst() {
        return cursor == null;
    }

    /** Whether there are more products than on this page. */
    public boolean isMore() {
        return page.next().isPresent();
    }

    /** The address of the first page in an order. */
    public String link(ProductSort order) {
        return order == USUAL ? address() : address() + "?sort=" + order.key();
    }

    /** The address of the next page; only if there are more products. */
    public String getNextLink() {
        var here = link(sort);
        var next = URLEncoder.encode(page.next().orElseThrow(), StandardCharsets.UTF_8);
        return here + (here.contains("?") ? "&" : "?") + "cursor=" + next;
    }

    private String address() {
        return "/categories/" + slug;
    }
}
