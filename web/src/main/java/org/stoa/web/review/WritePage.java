package org.stoa.web.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omnifaces.util.Faces;
import org.stoa.Refusal;
import org.stoa.catalogue.Catalogue;
import org.stoa.catalogue.CategoryLink;
import org.stoa.catalogue.ProductView;
import org.stoa.member.MemberView;
import org.stoa.review.MyReview;
import org.stoa.review.ReviewText;
import org.stoa.review.ReviewText.Fault;
import org.stoa.review.ReviewText.Field;
import org.stoa.review.ReviewViews;
import org.stoa.web.security.Caller;

/** Where a member says what he thinks of a product, changes it or takes it back. */
@Named
@RequestScoped
public class WritePage {
    private static final Set<String> NOTICES = Set.of("review-written", "review-changed", "review-deleted");

    @Inject
    private Catalogue catalogue;

    @Inject
    private ReviewViews reviews;

    @Inject
    private Caller caller;

    private ProductView product;
    private Optional<MyReview> mine = Optional.empty();
    private ReviewText text;
    private Map<Field, Fault> faults = Map.of();
    private String problem;

    /** What was typed, and is shown again. */
    void typed(ReviewText typed) {
        text = typed;
    }

    /** What is wrong with what was typed. */
    void faulty(Map<Field, Fault> found) {
        faults = found;
        problem = "formFaulty";
    }

    /** The key of why it was not done. */
    void refused(String key) {
        problem = key;
    }

    /** Reads what the page shows; throws a Refusal: no such product; a program of the staff has no review. */
    public void load() {
        var slug = Faces.getRequestParameter("slug");
        product = catalogue
                .product(slug)
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "There is no product " + slug + "."));
        mine = reviews.mine(product.id(), getMember().id());
        if (text == null) {
            text = mine.map(MyReview::review)
                    .map(review -> new ReviewText(review.rating(), review.title(), review.text()))
                    .orElse(new ReviewText(0, "", ""));
        }
    }

    /** Who writes; programs can't. */
    public MemberView getMember() {
        return caller.member().orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "Only members write reviews."));
    }

    /** The product. */
    public ProductView getProduct() {
        return product;
    }

    /** The top category that it is in, or empty. */
    public String getSection() {
        return product.categories().stream().findFirst().map(CategoryLink::slug).orElse("");
    }

    /** Whether he has written already. */
    public boolean isWritten() {
        return mine.isPresent();
    }

    /** Whether the staff hid what he wrote. */
    public boolean isHidden() {
        return mine.map(MyReview::hidden).orElse(false);
    }

    /** The version that is being changed, or null where there is none yet. */
    public Long getVersion() {
        return mine.map(found -> found.review().version()).orElse(null);
    }

    /** What stands in the form. */
    public ReviewText getText() {
        return text;
    }

    /** The numbers of stars to choose from, the most first. */
    public List<Integer> getChoices() {
        return List.of(5, 4, 3, 2, 1);
    }

    /** The key of what is wrong with a field ({@code rating}, {@code title}, {@code text}), or null. */
    public String fault(String field) {
        var fault = faults.get(Field.valueOf(field.toUpperCase(Locale.ROOT)));
        return fault == null
                ? null
                : "fault." + field + "." + fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The key of why it was not done, or null. */
    public String getProblem() {
        return problem;
    }

    /** The key of what there is to tell, or null. */
    public String getNotice() {
        return Optional.ofNullable(Faces.getRequestParameter("notice"))
                .filter(NOTICES::contains)
                .filter(known -> problem == null)
                .map(known -> "notice." + known)
                .orElse(null);
    }

    /** The most characters of a title. */
    public int getLongestTitle() {
        return ReviewText.LONGEST_TITLE;
    }

    /** The most characters of a text. */
    public int getLongestText() {
        return ReviewText.LONGEST_TEXT;
    }
}
