package org.stoa.demo;

import com.github.slugify.Slugify;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.stoa.catalogue.NewProduct;
import org.stoa.catalogue.NewProduct.NewImage;
import org.stoa.catalogue.ProductId;
import org.stoa.catalogue.Products;
import org.stoa.catalogue.Sku;
import org.stoa.data.SqlUpdate;
import org.stoa.money.Money;

/** A shop of public-domain books for those who try Stoa out; loaded once in the life of a database. */
@Stateless
public class DemoShop {
    private static final Logger LOG = Logger.getLogger(DemoShop.class.getName());
    private static final int COVER_WIDTH = 600;
    private static final int COVER_HEIGHT = 900;

    private final Slugify slugify = Slugify.builder().build();

    @PersistenceContext
    private EntityManager primary;

    @Inject
    private Products products;

    @Inject
    private DemoReviews reviews;

    /** Whether it has been loaded, or the shop has products of its own. */
    public boolean isLoaded() {
        return (boolean) primary.createNativeQuery(
                        "select exists (select from demo_shop) or exists (select from product)", Boolean.class)
                .getSingleResult();
    }

    /**
     * Loads it, once: who finds another clone at it does nothing, and is asked again; the row in {@code demo_shop} says that it
     * is done. All of it is one transaction: a clone that dies in the middle leaves nothing, and another may begin anew.
     */
    public void load() {
        if (!isAlone()
                || SqlUpdate.of(primary, "insert into demo_shop default values on conflict do nothing")
                                .executeUpdate()
                        == 0) {
            return;
        }
        addAll(null, DemoFiles.categories());
        var books = DemoFiles.books();
        var ids = new HashMap<String, ProductId>();
        for (int i = 0; i < books.size(); i++) {
            ids.put(books.get(i).title(), products.add(product(books.get(i), i + 1)));
        }
        reviews.add(ids);
        LOG.log(Level.INFO, "Demo shop loaded: {0} books.", books.size());
    }

    /** Whether nobody else loads it just now; to the end of the transaction nobody else will. */
    private boolean isAlone() {
        return (boolean)
                primary.createNativeQuery("select pg_try_advisory_xact_lock(hashtext('demo_shop'))", Boolean.class)
                        .getSingleResult();
    }

    private void addAll(String parent, List<DemoCategory> categories) {
        for (int i = 0; i < categories.size(); i++) {
            var category = categories.get(i);
            products.addCategory(parent, category.slug(), category.name(), category.description(), i);
            addAll(category.slug(), category.children());
        }
    }

    private NewProduct product(DemoBook book, int number) {
        return new NewProduct(
                book.category(),
                slugify.slugify(book.title()),
                new Sku("BOOK-%04d".formatted(number)),
                book.title(),
                book.description(),
                Money.euros(book.price()),
                book.stock(),
                new TreeMap<>(Map.of(
                        "author", book.author(),
                        "year", book.year(),
                        "language", book.language(),
                        "pages", book.pages())),
                List.of(
                        image(
                                Cover.svg(book.title(), book.author(), book.year(), book.category()),
                                "Cover of %s by %s".formatted(book.title(), book.author())),
                        image(
                                TitlePage.svg(book.title(), book.author(), book.year()),
                                "Title page of %s".formatted(book.title()))));
    }

    private static NewImage image(String svg, String alt) {
        return new NewImage(svg, alt, COVER_WIDTH, COVER_HEIGHT);
    }
}
