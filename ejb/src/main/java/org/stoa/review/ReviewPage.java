package org.stoa.review;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * One page of a product's reviews, with what all of them give together.
 *
 * @param items the reviews, in order
 * @param next where the next page starts; none on the last page
 * @param summary of all reviews of the product, whatever the list shows
 */
public record ReviewPage(List<ReviewView> items, Optional<String> next, RatingSummary summary)
        implements Serializable {}
