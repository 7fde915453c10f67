package org.stoa.catalogue;

import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.StatelessSession;

/** The SQL behind what is shown of categories. */
final class CategoryQueries {
    private CategoryQueries() {}

    static CategoryTree tree(StatelessSession session) {
        var rows = session.createNativeQuery(
                        "select id, parent_id, slug, name, description from category order by position, id",
                        Tuple.class)
                .list();
        Map<Long, List<Tuple>> byParent = new HashMap<>();
        rows.forEach(row -> byParent.computeIfAbsent(row.get("parent_id", Long.class), parent -> new ArrayList<>())
                .add(row));
        return new CategoryTree(nodes(byParent, null));
    }

    private static List<CategoryNode> nodes(Map<Long, List<Tuple>> byParent, Long parent) {
        return byParent.getOrDefault(parent, List.of()).stream()
                .map(row -> new CategoryNode(
                        row.get("id", Long.class),
                        row.get("slug", String.class),
                        row.get("name", String.class),
                        row.get("description", String.class),
                        nodes(byParent, row.get("id", Long.class))))
                .toList();
    }
}
