package org.stoa.review;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoa.Refusal;
import org.stoa.Sha256;
import org.stoa.TooManyRequests;
import org.stoa.catalogue.ProductId;
import org.stoa.data.Databases;
import org.stoa.data.SqlUpdate;
import org.stoa.member.Limit;
import org.stoa.member.MemberId;
import org.stoa.member.TryCounts;

/**
 * Changes of reviews, each method one transaction on the primary.
 *
 * <p>Isolation: read committed; a member has one review of a product by its unique key, two changes of one exclude each other
 * by its version. The counts of a product's stars are kept by triggers in the same transaction, under a lock of their row. A
 * clone that dies in the middle leaves nothing behind, nor does a change that is refused.
 */
@Stateless
public class Reviews {
    @PersistenceContext
    private EntityManager primary;

    @Inject
    private Databases databases;

    @Inject
    private TryCounts tries;

    /**
     * Writes a member's first review of a product.
     *
     * @throws Refusal not found: the product; conflict: he has written one already; invalid: the text has faults; unavailable
     * @throws TooManyRequests he has written too many lately
     */
    public void write(ProductId product, MemberId member, ReviewText text) {
        databases.requirePrimary();
        requireFaultless(text);
        requirePatience(member);
        insert(product, member, text, Optional.empty());
    }

    /** Adds a review that the shop itself brings along, as if it had been written then; does nothing where there is one. */
    public void bring(ProductId product, MemberId member, ReviewText text, Instant written) {
        databases.requirePrimary();
        requireFaultless(text);
        insert(product, member, text, Optional.of(written));
    }

    private void insert(ProductId product, MemberId member, ReviewText text, Optional<Instant> written) {
        requireProduct(product);
        int added = SqlUpdate.of(primary, """
                        insert into review (product_id, member_id, rating, title, body, created_at)
                        values (:product, :member, :rating, :title, :body,
                                coalesce(cast(nullif(:written, '') as timestamptz), clock_timestamp()))
                        on conflict (product_id, member_id) do nothing
                        """)
                .setParameter("product", product.value())
                .setParameter("member", member.value())
                .setParameter("rating", text.rating())
                .setParameter("title", text.title())
                .setParameter("body", text.text())
                .setParameter("written", written.map(Instant::toString).orElse(""))
                .executeUpdate();
        if (added == 0 && written.isEmpty()) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "You have reviewed product %d already: change that review.".formatted(product.value()));
        }
    }

    /**
     * Changes what a member said of a product.
     *
     * @param version the version that the change was made for
     * @throws Refusal not found; stale: it has another version; invalid: the text has faults; unavailable
     * @throws TooManyRequests he has written too many lately
     */
    public void change(ProductId product, MemberId member, long version, ReviewText text) {
        databases.requirePrimary();
        requireFaultless(text);
        var review = own(product, member);
        review.requireVersion(version);
        requirePatience(member);
        review.rewrite(text);
        flush();
    }

    /**
     * Takes back what a member said of a product.
     *
     * @param version the version that he means
     * @throws Refusal not found; stale: it has another version; conflict: it is hidden, and would come back by being written
     *     anew; unavailable
     */
    public void delete(ProductId product, MemberId member, long version) {
        databases.requirePrimary();
        var review = own(product, member);
        review.requireVersion(version);
        if (review.isHidden()) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "Your review of product %d is hidden and can't be deleted: ask the staff."
                            .formatted(product.value()));
        }
        primary.remove(review);
        flush();
    }

    /**
     * Hides a review from everybody but its author, or shows it again; for staff.
     *
     * @param version the version that was looked at
     * @throws Refusal not found; stale: it has another version; unavailable
     */
    public void hide(ReviewId id, long version, boolean hide) {
        databases.requirePrimary();
        var review = primary.find(Review.class, id.value());
        if (review == null) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "There is no review " + id.value() + ".");
        }
        review.requireVersion(version);
        review.hide(hide);
        flush();
    }

    private Review own(ProductId product, MemberId member) {
        return primary.createQuery(
                        "select r from Review r where r.product = :product and r.member = :member", Review.class)
                .setParameter("product", product.value())
                .setParameter("member", member.value())
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.NOT_FOUND, "You have not reviewed product %d.".formatted(product.value())));
    }

    /** Drafts are known to nobody. */
    private void requireProduct(ProductId product) {
        List<?> known = primary.createNativeQuery(
                        "select 1 from product where id = :id and status <> 'DRAFT' for key share", Integer.class)
                .setParameter("id", product.value())
                .getResultList();
        if (known.isEmpty()) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "There is no product " + product.value() + ".");
        }
    }

    private static void requireFaultless(ReviewText text) {
        if (!text.faults().isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, "The review can't be taken with this.");
        }
    }

    private void requirePatience(MemberId member) {
        var key = Sha256.hex(("member " + member.value()).getBytes(StandardCharsets.UTF_8));
        tries.count(Limit.REVIEWS_OF_MEMBER, key).ifPresent(wait -> {
            throw new TooManyRequests("You have written many reviews lately. Please try again later.", wait);
        });
    }

    private void flush() {
        try {
            primary.flush();
        } catch (OptimisticLockException e) {
            throw new Refusal(Refusal.Kind.STALE, "The review was changed elsewhere at the same time.", e);
        }
    }
}
