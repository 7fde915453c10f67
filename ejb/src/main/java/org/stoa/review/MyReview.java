package org.stoa.review;

/**
 * A member's review as he sees it himself.
 *
 * @param review what it says
 * @param hidden whether the staff hid it from everybody else
 */
public record MyReview(ReviewView review, boolean hidden) {}
