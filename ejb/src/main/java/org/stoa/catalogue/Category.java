package org.stoa.catalogue;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** A shelf of the shop, perhaps inside another one. */
@Entity
class Category {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Category parent;

    private String slug;
    private String name;
    private String description;
    private int position;

    /** For JPA. */
    protected Category() {}

    Category(Category parent, String slug, String name, String description, int position) {
        this.parent = parent;
        this.slug = slug;
        this.name = name;
        this.description = description;
        this.position = position;
    }
}
