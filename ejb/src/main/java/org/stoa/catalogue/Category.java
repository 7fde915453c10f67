package org.stoa.catalogue;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.NaturalIdCache;

/** A shelf of the shop, perhaps inside another one. */
@Entity
@Cacheable
@Cache(usage = CacheConcurrencyStrategy.READ_WRITE, region = Category.REGION)
@NaturalIdCache(region = Category.REGION)
class Category {
    /** The kind of the tags that say that a category changed: {@code categories:all}. */
    static final String REGION = "categories";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Category parent;

    @NaturalId(mutable = true)
    private String slug;

    private String name;
    private String description;
    private int position;

    @Version
    private long version;

    /** For JPA. */
    protected Category() {}

    Category(Category parent, String slug, String name, String description, int position) {
        this.parent = parent;
        this.slug = slug;
        this.name = name;
        this.description = description;
        this.position = position;
    }

    boolean isCalled(String slug) {
        return this.slug.equals(slug);
    }
}
