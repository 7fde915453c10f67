package org.stoa.catalogue;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import org.hibernate.Session;
import org.stoa.Refusal;
import org.stoa.Sha256;
import org.stoa.data.Databases;
import org.stoa.data.SqlUpdate;
import org.stoa.data.StaleEntity;

/**
 * Changes of products, each method one transaction on the primary.
 *
 * <p>Isolation: read committed; two changes of one product exclude each other by its version. A clone that dies in the
 * middle leaves nothing behind.
 */
@Stateless
public class Products {
    @PersistenceContext
    private EntityManager primary;

    @Inject
    private Databases databases;

    /**
     * Adds a category.
     *
     * @param parent the slug of the category above it, or null at the top of the tree
     * @param slug its name in addresses, not yet taken
     * @param name its name for people, 1 to 200 characters
     * @param description plain text, at most 2,000 characters
     * @param position its place among those with the same parent, 0 or more
     * @throws Refusal not found: the parent; unavailable
     * @throws StaleEntity the parent has been changed since this clone read it
     */
    public void addCategory(String parent, String slug, String name, String description, int position) {
        databases.requirePrimary();
        var above = parent == null ? null : category(parent);
        primary.persist(new Category(above, slug, name, description, position));
    }

    /**
     * Takes a product into the catalogue; it is sold from now on.
     *
     * @throws Refusal not found: its category; invalid; unavailable
     * @throws StaleEntity its category has been changed since this clone read it
     */
    public ProductId add(NewProduct created) {
        databases.requirePrimary();
        var product = new Product(created, category(created.category()));
        primary.persist(product);
        primary.flush();
        int position = 0;
        for (var image : created.images()) {
            keep(image, product.id(), position++);
        }
        return product.id();
    }

    /**
     * Changes a product.
     *
     * @param version the version that the change was made for
     * @throws Refusal not found; stale: it has another version; invalid: the change breaks a rule; unavailable
     */
    public void change(ProductId id, long version, ProductChange change) {
        databases.requirePrimary();
        var product = primary.find(Product.class, id.value());
        if (product == null) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "There is no product " + id.value() + ".");
        }
        product.requireVersion(version);
        change.title().ifPresent(product::rename);
        change.description().ifPresent(product::describe);
        change.price().ifPresent(product::price);
        change.stock().ifPresent(product::restock);
        change.status().ifPresent(product::move);
        if (!change.attributes().isEmpty()) {
            product.characterise(change.attributes());
        }
        try {
            primary.flush();
        } catch (OptimisticLockException e) {
            throw new Refusal(
                    Refusal.Kind.STALE, "Product " + id.value() + " was changed by somebody else at the same time.", e);
        }
    }

    /**
     * The category of that slug, perhaps as this clone keeps it; nobody changes it from now on until the transaction ends.
     *
     * @throws StaleEntity it has been changed since it was kept
     */
    private Category category(String slug) {
        var category = primary.unwrap(Session.class)
                .bySimpleNaturalId(Category.class)
                .loadOptional(slug)
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "There is no category " + slug + "."));
        try {
            primary.lock(category, LockModeType.PESSIMISTIC_READ);
        } catch (OptimisticLockException e) {
            throw new StaleEntity("Category " + slug + " was changed at the same time.", e);
        }
        if (!category.isCalled(slug)) {
            throw new StaleEntity("Category " + slug + " was renamed at the same time.", null);
        }
        return category;
    }

    private void keep(NewProduct.NewImage image, ProductId product, int position) {
        var bytes = image.svg().getBytes(StandardCharsets.UTF_8);
        var name = Sha256.hex(bytes) + ".svg";
        SqlUpdate.of(primary, """
                        insert into media (name, content_type, width, height, bytes)
                        values (:name, 'image/svg+xml', :width, :height, :bytes) on conflict do nothing
                        """)
                .setParameter("name", name)
                .setParameter("width", image.width())
                .setParameter("height", image.height())
                .setParameter("bytes", bytes)
                .executeUpdate();
        SqlUpdate.of(primary, """
                        insert into product_image (product_id, position, media_name, alt)
                        values (:product, :position, :name, :alt)
                        """)
                .setParameter("product", product.value())
                .setParameter("position", position)
                .setParameter("name", name)
                .setParameter("alt", image.alt())
                .executeUpdate();
    }
}
