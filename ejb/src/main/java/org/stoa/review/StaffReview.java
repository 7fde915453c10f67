package org.stoa.review;

/**
 * A review as staff look it through.
 *
 * @param review what it says
 * @param hidden whether it is hidden
 * @param slug of the product
 * @param product the title of the product
 */
public record StaffReview(ReviewView review, boolean hidden, String slug, String product) {}
