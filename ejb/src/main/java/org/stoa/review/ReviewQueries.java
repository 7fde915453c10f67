package org.stoa.review;

import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;
import org.stoa.Refusal;
import org.stoa.catalogue.Cursor;
import org.stoa.catalogue.ProductId;
import org.stoa.catalogue.Rating;
import org.stoa.member.MemberId;

/** The SQL behind what is shown of reviews. */
final class ReviewQueries {
    private static final String REVIEW = """
            v.id, m.name as author, v.rating, v.title, v.body,
            cast(extract(epoch from v.created_at) as bigint) as written,
            cast(extract(epoch from v.changed_at) as bigint) as changed, v.version, v.hidden""";

    private static final String FOR_STAFF = """
            select %s, p.slug, p.title as product
              from review v join member m on m.id = v.member_id join product p on p.id = v.product_id
            """.formatted(REVIEW);

    private ReviewQueries() {}

    /** The page and the summary in one statement: one row for each review, or a single one without any. */
    static ReviewPage page(StatelessSession session, ReviewQuery query, Optional<Cursor> after) {
        var rows = bound(
                        session.createNativeQuery(
                                """
                        select s.n1, s.n2, s.n3, s.n4, s.n5, s.ratings, s.average, r.*
                          from (select cast(:product as bigint) as id) p
                          left join product_rating s on s.product_id = p.id
                          left join lateral (
                            select %s from review v join member m on m.id = v.member_id
                             where v.product_id = p.id and not v.hidden %s %s
                             order by %s limit :limit) r on true
                         order by %s
                        """.formatted(
                                                REVIEW,
                                                query.stars().isPresent() ? "and v.rating = :stars" : "",
                                                after.isPresent() ? "and " + following(query.sort()) : "",
                                                order("v", query.sort()),
                                                order("r", query.sort())),
                                Tuple.class),
                        query,
                        after)
                .list();
        var found = rows.stream()
                .filter(row -> row.get("id") != null)
                .map(ReviewQueries::view)
                .toList();
        return page(query, found, summary(rows.get(0)));
    }

    /**
     * The page that such a list begins with.
     *
     * @param found one more than the page can hold, where there are more
     */
    static ReviewPage page(ReviewQuery query, List<ReviewView> found, RatingSummary summary) {
        var items = found.stream().limit(query.limit()).toList();
        var next = found.size() > query.limit()
                ? Optional.of(cursor(query, items.get(query.limit() - 1)).format())
                : Optional.<String>empty();
        return new ReviewPage(items, next, summary);
    }

    private static NativeQuery<Tuple> bound(NativeQuery<Tuple> page, ReviewQuery query, Optional<Cursor> after) {
        page.setParameter("product", query.product().value()).setParameter("limit", query.limit() + 1);
        query.stars().ifPresent(stars -> page.setParameter("stars", stars));
        after.ifPresent(cursor -> {
            page.setParameter("id", cursor.id());
            if (query.sort() != ReviewSort.NEWEST) {
                page.setParameter("rating", rating(cursor));
            }
        });
        return page;
    }

    private static int rating(Cursor cursor) {
        if (!cursor.key().matches("[1-5]")) {
            throw new Refusal(
                    Refusal.Kind.MALFORMED, "cursor: only what a page of the same list gave as its next one.");
        }
        return Integer.parseInt(cursor.key());
    }

    private static Cursor cursor(ReviewQuery query, ReviewView last) {
        return new Cursor(query.list(), String.valueOf(last.rating()), last.id().value());
    }

    private static String order(String of, ReviewSort sort) {
        var order =
                switch (sort) {
                    case NEWEST -> "%1$s.id desc";
                    case HIGHEST -> "%1$s.rating desc, %1$s.id desc";
                    case LOWEST -> "%1$s.rating, %1$s.id desc";
                };
        return order.formatted(of);
    }

    private static String following(ReviewSort sort) {
        return switch (sort) {
            case NEWEST -> "v.id < :id";
            case HIGHEST -> "(v.rating, v.id) < (:rating, :id)";
            case LOWEST -> "v.rating >= :rating and (v.rating > :rating or v.id < :id)";
        };
    }

    static Optional<MyReview> mine(StatelessSession session, ProductId product, MemberId member) {
        return session.createNativeQuery(
                        "select %s from review v join member m on m.id = v.member_id".formatted(REVIEW)
                                + " where v.product_id = :product and v.member_id = :member",
                        Tuple.class)
                .setParameter("product", product.value())
                .setParameter("member", member.value())
                .uniqueResultOptional()
                .map(row -> new MyReview(view(row), row.get("hidden", Boolean.class)));
    }

    static Optional<StaffReview> forStaff(StatelessSession session, ReviewId id) {
        return session.createNativeQuery(FOR_STAFF + " where v.id = :id", Tuple.class)
                .setParameter("id", id.value())
                .uniqueResultOptional()
                .map(ReviewQueries::staffReview);
    }

    static List<StaffReview> forStaff(StatelessSession session, boolean hidden, Optional<Long> before, int limit) {
        return session
                .createNativeQuery(
                        FOR_STAFF + " where v.id < :before " + (hidden ? "and v.hidden" : "")
                                + " order by v.id desc limit :limit",
                        Tuple.class)
                .setParameter("before", before.orElse(Long.MAX_VALUE))
                .setParameter("limit", limit)
                .list()
                .stream()
                .map(ReviewQueries::staffReview)
                .toList();
    }

    private static StaffReview staffReview(Tuple row) {
        return new StaffReview(
                view(row),
                row.get("hidden", Boolean.class),
                row.get("slug", String.class),
                row.get("product", String.class));
    }

    private static ReviewView view(Tuple row) {
        return new ReviewView(
                new ReviewId(row.get("id", Long.class)),
                row.get("author", String.class),
                row.get("rating", Short.class),
                row.get("title", String.class),
                row.get("body", String.class),
                Instant.ofEpochSecond(row.get("written", Long.class)),
                Optional.ofNullable(row.get("changed", Long.class)).map(Instant::ofEpochSecond),
                row.get("version", Long.class));
    }

    private static RatingSummary summary(Tuple row) {
        var average = row.get("average", BigDecimal.class);
        var rating = average == null ? Rating.NONE : new Rating(average, row.get("ratings", Integer.class));
        var counts = IntStream.rangeClosed(1, ReviewText.MOST_STARS)
                .mapToObj(stars -> row.get("n" + stars, Integer.class))
                .map(count -> count == null ? 0 : count)
                .toList();
        return RatingSummary.of(rating, counts);
    }
}
