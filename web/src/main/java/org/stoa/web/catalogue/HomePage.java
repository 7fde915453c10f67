package org.stoa.web.catalogue;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stoa.catalogue.Catalogue;
import org.stoa.catalogue.CategoryNode;
import org.stoa.catalogue.ProductCard;
import org.stoa.catalogue.ProductQuery;
import org.stoa.catalogue.ProductSort;
import org.stoa.web.site.Navigation;

/** The front of the shop: what is new, and a shelf for each top category. */
@Named
@RequestScoped
public class HomePage {
    /** Products side by side: those that fill one row of a wide screen. */
    private static final int PER_SHELF = 6;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Navigation navigation;

    private List<ProductCard> newest = List.of();
    private List<Shelf> shelves = List.of();

    /** Reads what the page shows; the head of the page has read the categories before. */
    public void load() {
        newest = newest(Optional.empty(), PER_SHELF).toList();
        shelves = navigation.getCategories().stream()
                .map(this::shelf)
                .filter(shelf -> !shelf.products().isEmpty())
                .toList();
    }

    /** What came into the shop last, the newest first. */
    public List<ProductCard> getNewest() {
        return newest;
    }

    /** The top categories that have products. */
    public List<Shelf> getShelves() {
        return shelves;
    }

    /** What stands between the columns is not shown a second time on its shelf. */
    private Shelf shelf(CategoryNode category) {
        var others = newest(Optional.of(category.slug()), 2 * PER_SHELF)
                .filter(product -> !newest.contains(product))
                .limit(PER_SHELF)
                .toList();
        return new Shelf(category, others);
    }

    private Stream<ProductCard> newest(Optional<String> category, int count) {
        var query = new ProductQuery(category, ProductSort.NEWEST, Optional.empty(), count);
        return catalogue.products(query).items().stream();
    }
}
