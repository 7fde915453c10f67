package org.stoa.web.catalogue;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.omnifaces.cdi.Param;
import org.stoa.Refusal;
import org.stoa.cart.CartLine;
import org.stoa.catalogue.Catalogue;
import org.stoa.catalogue.CategoryLink;
import org.stoa.catalogue.ProductStatus;
import org.stoa.catalogue.ProductView;
import org.stoa.review.ReviewPage;
import org.stoa.review.ReviewQuery;
import org.stoa.review.ReviewViews;
import org.stoa.web.review.ReviewAddress;
import org.stoa.web.review.StarBar;
import org.stoa.web.site.Site;

/** One product. */
@Named
@RequestScoped
public class ProductPage {
    private static final int EXCERPT = 160;

    @Inject
    private Catalogue catalogue;

    @Inject
    private ReviewViews reviewViews;

    @Inject
    private Site site;

    @Inject
    @Param
    private String slug;

    private ProductView product;
    private List<AttributeRow> attributes;
    private ReviewPage reviews;

    /** Reads what the page shows; throws a Refusal: no such product. */
    public void load() {
        product = catalogue
                .product(slug)
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "There is no product " + slug + "."));
        attributes = AttributeRow.of(product.attributes());
        reviews = reviewViews.page(ReviewQuery.newest(product.id(), ReviewViews.NEWEST));
    }

    /** The product. */
    public ProductView getProduct() {
        return product;
    }

    /** The top category that it is in. */
    public Optional<String> getSection() {
        return product.categories().stream().findFirst().map(CategoryLink::slug);
    }

    /** Whether it is no longer sold. */
    public boolean isRetired() {
        return product.status() == ProductStatus.RETIRED;
    }

    /** The most that can be put into a cart at once, 0 or more. */
    public int getMost() {
        return Math.min(product.stock(), CartLine.MOST);
    }

    /** The description in paragraphs. */
    public List<String> getParagraphs() {
        return Stream.of(product.description().split("\\R\\s*\\R"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    /** The beginning of the description, for lists of search engines and previews of links. */
    public String getExcerpt() {
        var text = product.description().strip().replaceAll("\\s+", " ");
        if (text.length() <= EXCERPT) {
            return text;
        }
        int space = text.lastIndexOf(' ', EXCERPT);
        return text.substring(0, space > 0 ? space : EXCERPT) + "…";
    }

    /** Its newest reviews, and what all of them give together. */
    public ReviewPage getReviews() {
        return reviews;
    }

    /** The bars of the histogram of its ratings. */
    public List<StarBar> getBars() {
        return StarBar.of(reviews.summary(), ReviewAddress.of(product.slug()));
    }

    /** What else is known of it. */
    public List<AttributeRow> getAttributes() {
        return attributes;
    }

    /** The same for search engines: JSON-LD, safe inside a script element. */
    public String getStructuredData() {
        return StructuredData.of(product, site.getOrigin());
    }
}
