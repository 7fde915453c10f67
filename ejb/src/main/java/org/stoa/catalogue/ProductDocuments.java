package org.stoa.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.stoa.data.Dependencies;
import org.stoa.data.Reads;

/** Reads a product by its document, or like lists do where that is of a form that this application doesn't know: both show the same. */
@ApplicationScoped
class ProductDocuments {
    @Inject
    private Reads reads;

    @Inject
    private NewestReviews reviews;

    /** What one read found. */
    private record Found(Optional<ProductView> view, Optional<ProductDocument> document) {}

    /** The product of that id, or none. What else its document has is kept for who asks for it next. */
    Optional<ProductView> product(ProductId id, CategoryTree tree) {
        var own = ProductTags.of(id);
        var all = new HashSet<>(own);
        all.addAll(reviews.tags(id));
        Found found;
        Dependencies read;
        // Apart, because the product itself does not depend on all that is read with it.
        try (var reading = Dependencies.begin()) {
            found = reads.read(all, session -> find(session, id, tree));
            read = reading;
        }
        note(own, read);
        found.document().ifPresent(document -> reviews.keep(id, document.reviews(), read));
        return found.view();
    }

    private static Found find(StatelessSession session, ProductId id, CategoryTree tree) {
        var document = ProductDocument.of(session, id);
        var view = document.map(made -> made.view(id, tree::way))
                .or(() -> ProductQueries.byIds(session, Set.of(id.value()), tree::way).stream()
                        .findFirst());
        return new Found(view, document);
    }

    private static void note(Set<String> tags, Dependencies read) {
        if (read.asOf().isEmpty()) {
            Dependencies.unknown();
        }
        read.asOf().ifPresent(asOf -> Dependencies.current().ifPresent(making -> making.add(tags, asOf)));
    }
}
