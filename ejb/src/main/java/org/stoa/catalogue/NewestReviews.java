package org.stoa.catalogue;

import java.util.Set;
import org.stoa.data.Dependencies;

/** What becomes of the newest reviews that stand in a product's document: whoever shows them gets them without a read of his own. */
public interface NewestReviews {
    /** What the change feed calls all that is shown of a product's reviews. */
    Set<String> tags(ProductId product);

    /**
     * Keeps them for who shows them.
     *
     * @param json the part {@code reviews} of the document, of the form that {@link ProductDocument} knows
     * @param read when it was read, with those tags among others
     */
    void keep(ProductId product, String json, Dependencies read);
}
