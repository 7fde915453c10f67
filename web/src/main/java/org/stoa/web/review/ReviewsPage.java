package org.stoa.web.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.omnifaces.cdi.Param;
import org.stoa.Refusal;
import org.stoa.catalogue.Catalogue;
import org.stoa.catalogue.CategoryLink;
import org.stoa.catalogue.ProductView;
import org.stoa.review.RatingSummary;
import org.stoa.review.ReviewPage;
import org.stoa.review.ReviewQuery;
import org.stoa.review.ReviewSort;
import org.stoa.review.ReviewView;
import org.stoa.review.ReviewViews;

/** All reviews of a product, one page of them; the same for everybody. */
@Named
@RequestScoped
public class ReviewsPage {
    private static final int PER_PAGE = 10;

    @Inject
    private Catalogue catalogue;

    @Inject
    private ReviewViews reviews;

    @Inject
    @Param
    private String slug;

    @Inject
    @Param(name = "sort")
    private String sortKey;

    @Inject
    @Param(name = "stars")
    private String starsKey;

    @Inject
    @Param
    private String cursor;

    private ProductView product;
    private ReviewAddress address;
    private ReviewPage page;

    /** Reads what the page shows; throws a Refusal: no such product, malformed sort, stars or cursor. */
    public void load() {
        product = catalogue
                .product(slug)
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "There is no product " + slug + "."));
        var sort = Optional.ofNullable(sortKey).map(ReviewSort::fromKey).orElse(ReviewAddress.USUAL);
        address = new ReviewAddress(slug, sort, stars());
        page = reviews.page(
                new ReviewQuery(product.id(), sort, address.stars(), Optional.ofNullable(cursor), PER_PAGE));
    }

    private OptionalInt stars() {
        if (starsKey == null) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Integer.parseInt(starsKey));
        } catch (NumberFormatException e) {
            throw new Refusal(Refusal.Kind.MALFORMED, "stars: a whole number.", e);
        }
    }

    /** The product. */
    public ProductView getProduct() {
        return product;
    }

    /** The top category that it is in, or empty. */
    public String getSection() {
        return product.categories().stream().findFirst().map(CategoryLink::slug).orElse("");
    }

    /** What all reviews give together. */
    public RatingSummary getSummary() {
        return page.summary();
    }

    /** The bars of the histogram. */
    public List<StarBar> getBars() {
        return StarBar.of(page.summary(), address);
    }

    /** The reviews of this page, perhaps none. */
    public List<ReviewView> getReviews() {
        return page.items();
    }

    /** How many stars the reviews shown give; 0 where all are shown. */
    public int getStars() {
        return address.stars().orElse(0);
    }

    /** The orders to choose from; only one where all give the same number of stars. */
    public List<ReviewSort> getSorts() {
        return address.stars().isPresent() ? List.of() : List.of(ReviewSort.values());
    }

    /** The order chosen. */
    public ReviewSort getSort() {
        return address.sort();
    }

    /** The address of the first page in an order. */
    public String link(ReviewSort sort) {
        return address.sorted(sort).toString();
    }

    /** The address of all reviews. */
    public String getAllLink() {
        return ReviewAddress.of(slug).toString();
    }

    /** Whether this is the first page. */
    public boolean isFirst() {
        return cursor == null;
    }

    /** Whether this is the page as which search engines should know it: the first one of all. */
    public boolean isUsual() {
        return isFirst() && address.equals(ReviewAddress.of(slug));
    }

    /** Whether there are more reviews than on this page and those before. */
    public boolean isMore() {
        return page.next().isPresent();
    }

    /** The address of the first page. */
    public String getFirstLink() {
        return address.toString();
    }

    /** The address of the next page; only if there are more reviews. */
    public String getNextLink() {
        return address.at(page.next().orElseThrow());
    }
}
