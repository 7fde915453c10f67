package org.stoa.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.stoa.catalogue.CategoryLink;
import org.stoa.catalogue.CategoryNode;
import org.stoa.catalogue.CategoryView;

/**
 * A category.
 *
 * @param parents slugs of the categories above it, from the top of the tree down; left out in the tree of all
 * @param children the categories right below it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CategoryJson(
        String slug, String name, String description, List<String> parents, List<CategoryJson> children) {
    static CategoryJson of(CategoryNode node) {
        return new CategoryJson(
                node.slug(),
                node.name(),
                node.description(),
                null,
                node.children().stream().map(CategoryJson::of).toList());
    }

    static CategoryJson of(CategoryView category) {
        return new CategoryJson(
                category.slug(),
                category.name(),
                category.description(),
                category.way().stream().map(CategoryLink::slug).toList(),
                category.children().stream()
                        .map(child -> new CategoryJson(child.slug(), child.name(), null, null, null))
                        .toList());
    }
}
