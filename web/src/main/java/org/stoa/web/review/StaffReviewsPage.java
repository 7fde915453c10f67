package org.stoa.web.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.omnifaces.cdi.Param;
import org.stoa.catalogue.Page;
import org.stoa.review.ReviewViews;
import org.stoa.review.StaffReview;

/** Where staff look through what members wrote. */
@Named
@RequestScoped
public class StaffReviewsPage {
    static final String ADDRESS = "/staff/reviews";

    private static final int PER_PAGE = 20;
    private static final Set<String> NOTICES = Set.of("review-hidden", "review-shown", "review-stale");

    @Inject
    private ReviewViews reviews;

    @Inject
    @Param
    private String hidden;

    @Inject
    @Param
    private String cursor;

    @Inject
    @Param(name = "notice")
    private String told;

    private Page<StaffReview> page;

    /** Reads what the page shows; throws a Refusal: malformed cursor. */
    public void load() {
        page = reviews.forStaff(isHidden(), Optional.ofNullable(cursor), PER_PAGE);
    }

    /** Whether only hidden reviews are listed. */
    public boolean isHidden() {
        return "true".equals(hidden);
    }

    /** The reviews, the newest first, perhaps none. */
    public List<StaffReview> getReviews() {
        return page.items();
    }

    /** Whether this is the first page. */
    public boolean isFirst() {
        return cursor == null;
    }

    /** The address of the first page. */
    public String getFirstLink() {
        return isHidden() ? ADDRESS + "?hidden=true" : ADDRESS;
    }

    /** Whether there are more reviews than on this page and those before. */
    public boolean isMore() {
        return page.next().isPresent();
    }

    /** The address of the next page; only if there are more reviews. */
    public String getNextLink() {
        return getFirstLink() + (isHidden() ? "&" : "?") + "cursor="
                + URLEncoder.encode(page.next().orElseThrow(), StandardCharsets.UTF_8);
    }

    /** The key of what there is to tell, or null. */
    public String getNotice() {
        return Optional.ofNullable(told)
                .filter(NOTICES::contains)
                .map(known -> "notice." + known)
                .orElse(null);
    }
}
