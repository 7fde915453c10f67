package org.stoa.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.stoa.Refusal;

/** What a member says of a product. The database notes when it was changed. */
@Entity
class Review {
    @Id
    private Long id;

    @Column(name = "product_id", updatable = false)
    private long product;

    @Column(name = "member_id", updatable = false)
    private long member;

    private short rating;
    private String title;
    private String body;
    private boolean hidden;

    @Version
    private long version;

    /** For JPA. */
    protected Review() {}

    /** Refuses to go on where it has been changed since that version. */
    void requireVersion(long expected) {
        if (version != expected) {
            throw new Refusal(
                    Refusal.Kind.STALE,
                    "Review %d is at version %d now, the change was made for %d.".formatted(id, version, expected));
        }
    }

    /** Says something else; what is hidden stays hidden. */
    void rewrite(ReviewText text) {
        rating = (short) text.rating();
        title = text.title();
        body = text.text();
    }

    /** Takes it from the page, or puts it back. */
    void hide(boolean hide) {
        hidden = hide;
    }

    /** Whether the staff hid it. */
    boolean isHidden() {
        return hidden;
    }
}
