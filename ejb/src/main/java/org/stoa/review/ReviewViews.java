package org.stoa.review;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stoa.cache.Caches;
import org.stoa.cache.FreshCache;
import org.stoa.cache.QueryKey;
import org.stoa.catalogue.Cursor;
import org.stoa.catalogue.NewestReviews;
import org.stoa.catalogue.Page;
import org.stoa.catalogue.ProductId;
import org.stoa.data.Dependencies;
import org.stoa.data.Reads;
import org.stoa.member.MemberId;

/** Reviews as they are shown; never the basis of a write. */
@ApplicationScoped
public class ReviewViews implements NewestReviews {
    /** How many of its reviews a product's own page shows: what its document has, and V11__product_documents.sql says. */
    public static final int NEWEST = 3;

    private static final String STAFF_LIST = "staff";

    @Inject
    private Reads reads;

    @Inject
    private Caches caches;

    private FreshCache<ReviewPage> pages;

    @PostConstruct
    void start() {
        pages = caches.objects();
    }

    /**
     * One page of a product's reviews, without hidden ones. An unknown product has none.
     *
     * @throws org.stoa.Refusal malformed: a cursor that does not belong to this list; unavailable
     */
    public ReviewPage page(ReviewQuery query) {
        var after = query.cursor().map(cursor -> Cursor.parse(cursor, query.list()));
        return pages.get(
                key(query),
                () -> reads.read(tags(query.product()), session -> ReviewQueries.page(session, query, after)));
    }

    private static String key(ReviewQuery query) {
        return QueryKey.of("reviews", List.of(query));
    }

    /** From a product's document comes the page that the product's own page begins with. */
    @Override
    public void keep(ProductId product, String json, Dependencies read) {
        var query = ReviewQuery.newest(product, NEWEST);
        pages.keepAlso(key(query), DocumentReviews.of(json).page(query), read, tags(product));
    }

    /** {@inheritDoc} The triggers of V9__reviews.sql write it. */
    @Override
    public Set<String> tags(ProductId product) {
        return Set.of("review:" + product.value(), "names:all");
    }

    /** What a member says of a product, as it is on the primary now; or none. */
    public Optional<MyReview> mine(ProductId product, MemberId member) {
        return reads.readPrimary(session -> ReviewQueries.mine(session, product, member));
    }

    /** A review as it is on the primary now, for staff; or none. */
    public Optional<StaffReview> forStaff(ReviewId id) {
        return reads.readPrimary(session -> ReviewQueries.forStaff(session, id));
    }

    /**
     * Reviews of all products as they are on the primary now, the newest first, for staff.
     *
     * @param hidden only those that are hidden
     * @param cursor where the page starts; the first page where none
     * @param limit how many at the most, 1 or more
     * @throws org.stoa.Refusal malformed: a cursor that does not belong to this list; unavailable
     */
    public Page<StaffReview> forStaff(boolean hidden, Optional<String> cursor, int limit) {
        var before = cursor.map(text -> Cursor.parse(text, STAFF_LIST).id());
        List<StaffReview> found =
                reads.readPrimary(session -> ReviewQueries.forStaff(session, hidden, before, limit + 1));
        var items = found.stream().limit(limit).toList();
        var next = found.size() > limit
                ? Optional.of(new Cursor(
                                STAFF_LIST,
                                "",
                                items.get(limit - 1).review().id().value())
                        .format())
                : Optional.<String>empty();
        return new Page<>(items, next);
    }
}
