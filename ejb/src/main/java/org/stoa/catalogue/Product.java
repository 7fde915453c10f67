package org.stoa.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.hibernate.annotations.ColumnTransformer;
import org.stoa.Refusal;
import org.stoa.money.Money;

/** Something that the shop sells. */
@Entity
class Product {
    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_DESCRIPTION = 20_000;
    private static final int LONGEST_ATTRIBUTES = 20_000;
    private static final BigDecimal HIGHEST_PRICE = new BigDecimal("9999999999.99");

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String slug;
    private String sku;
    private String title;

    @Column(name = "sort_title")
    private String sortTitle;

    private String description;
    private BigDecimal price;
    private int stock;

    @Enumerated(EnumType.STRING)
    private ProductStatus status;

    @ManyToOne(fetch = FetchType.LAZY)
    private Category category;

    @ColumnTransformer(write = "cast(? as jsonb)")
    private String attributes;

    @Version
    private long version;

    /** For JPA. */
    protected Product() {}

    Product(NewProduct created, Category category) {
        this.slug = created.slug();
        this.sku = created.sku().value();
        this.category = category;
        this.status = ProductStatus.ACTIVE;
        rename(created.title());
        describe(created.description());
        price(created.price());
        restock(created.stock());
        this.attributes = AttributesJson.of(created.attributes());
    }

    ProductId id() {
        return new ProductId(id);
    }

    /** Refuses to go on where somebody else has changed it since that version. */
    void requireVersion(long expected) {
        if (version != expected) {
            throw new Refusal(
                    Refusal.Kind.STALE,
                    "Product %d is at version %d now, the change was made for %d.".formatted(id, version, expected));
        }
    }

    void rename(String title) {
        require(!title.isBlank() && title.length() <= LONGEST_TITLE, "title: 1 to " + LONGEST_TITLE + " characters.");
        this.title = title;
        this.sortTitle = SortTitle.of(title);
    }

    void describe(String description) {
        require(
                description.length() <= LONGEST_DESCRIPTION,
                "description: at most " + LONGEST_DESCRIPTION + " characters.");
        this.description = description;
    }

    void price(Money price) {
        var amount = price.amount();
        require(price.currency().equals(Money.EURO), "price: in euros.");
        require(amount.signum() >= 0 && amount.compareTo(HIGHEST_PRICE) <= 0, "price: 0 to " + HIGHEST_PRICE + ".");
        this.price = amount;
    }

    void restock(int stock) {
        require(stock >= 0, "stock: 0 or more.");
        this.stock = stock;
    }

    void move(ProductStatus status) {
        this.status = status;
    }

    /** Sets the attributes that are given, takes away those that have no value, and keeps the others. */
    void characterise(Map<String, Optional<Object>> changes) {
        var merged = AttributesJson.attributes(attributes);
        changes.forEach((name, value) ->
                value.ifPresentOrElse(present -> merged.put(name, present), () -> merged.remove(name)));
        var json = AttributesJson.of(merged);
        require(json.length() <= LONGEST_ATTRIBUTES, "attributes: at most " + LONGEST_ATTRIBUTES + " characters.");
        attributes = json;
    }

    private static void require(boolean rule, String message) {
        if (!rule) {
            throw new Refusal(Refusal.Kind.INVALID, message);
        }
    }
}
