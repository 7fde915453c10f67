package org.stoa.catalogue;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * All categories: a few hundred at the most, so that whoever asks for one reads them all.
 *
 * @param roots those at the top, in their order
 */
record CategoryTree(List<CategoryNode> roots) implements Serializable {
    /** The category of that slug with the way to it, or none. */
    Optional<CategoryView> bySlug(String slug) {
        var way = way(node -> node.slug().equals(slug));
        if (way.isEmpty()) {
            return Optional.empty();
        }
        var node = way.get(way.size() - 1);
        return Optional.of(new CategoryView(
                node.slug(),
                node.name(),
                node.description(),
                links(way.subList(0, way.size() - 1)),
                links(node.children())));
    }

    /** The way from the top down to a category, itself the last; empty if there is none of that id. */
    List<CategoryLink> way(long id) {
        return links(way(node -> node.id() == id));
    }

    /** The ids of a category and all below it; none if there is none of that slug. */
    LongStream below(String slug) {
        var way = way(node -> node.slug().equals(slug));
        return way.isEmpty() ? LongStream.empty() : ids(way.get(way.size() - 1));
    }

    private static LongStream ids(CategoryNode node) {
        return LongStream.concat(
                LongStream.of(node.id()), node.children().stream().flatMapToLong(CategoryTree::ids));
    }

    private List<CategoryNode> way(Predicate<CategoryNode> wanted) {
        var way = new ArrayList<CategoryNode>();
        find(roots, wanted, way);
        return way;
    }

    private static boolean find(List<CategoryNode> nodes, Predicate<CategoryNode> wanted, List<CategoryNode> way) {
        for (var node : nodes) {
            way.add(node);
            if (wanted.test(node) || find(node.children(), wanted, way)) {
                return true;
            }
            way.remove(way.size() - 1);
        }
        return false;
    }

    private static List<CategoryLink> links(List<CategoryNode> nodes) {
        return nodes.stream()
                .map(node -> new CategoryLink(node.slug(), node.name()))
                .toList();
    }
}
