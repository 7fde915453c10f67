package org.stoa.catalogue;

import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.StatelessSession;

/** The SQL behind what is shown of categories. */
final class CategoryQueries {
    private CategoryQueries() {}

    static List<CategoryNode> tree(StatelessSession session) {
        var rows = session.createNativeQuery(
                        "select id, parent_id, slug, name, description from category order by position, id",
                        Tuple.class)
                .list();
        Map<Long, List<Tuple>> byParent = new HashMap<>();
        rows.forEach(row -> byParent.computeIfAbsent(row.get("parent_id", Long.class), parent -> new ArrayList<>())
                .add(row));
        return nodes(byParent, null);
    }

    static Optional<CategoryView> bySlug(StatelessSession session, String slug) {
        return session.createNativeQuery(
                        "select id, slug, name, description from category where slug = :slug", Tuple.class)
                .setParameter("slug", slug)
                .uniqueResultOptional()
                .map(row -> view(session, row));
    }

    /** The way from the top of the tree down to a category, itself the last. */
    static List<CategoryLink> way(StatelessSession session, long category) {
        return links(session, """
                with recursive up as (
                    select id, parent_id, slug, name, 0 as steps from category where id = :id
                    union all
                    select c.id, c.parent_id, c.slug, c.name, u.steps + 1
                      from category c join up u on c.id = u.parent_id)
                select slug, name from up order by steps desc
                """, category);
    }

    private static CategoryView view(StatelessSession session, Tuple row) {
        long id = row.get("id", Long.class);
        var way = way(session, id);
        return new CategoryView(
                row.get("slug", String.class),
                row.get("name", String.class),
                row.get("description", String.class),
                way.subList(0, way.size() - 1),
                links(session, "select slug, name from category where parent_id = :id order by position, id", id));
    }

    private static List<CategoryLink> links(StatelessSession session, String sql, long id) {
        return session.createNativeQuery(sql, Tuple.class).setParameter("id", id).list().stream()
                .map(row -> new CategoryLink(row.get(0, String.class), row.get(1, String.class)))
                .toList();
    }

    private static List<CategoryNode> nodes(Map<Long, List<Tuple>> byParent, Long parent) {
        return byParent.getOrDefault(parent, List.of()).stream()
                .map(row -> new CategoryNode(
                        row.get("slug", String.class),
                        row.get("name", String.class),
                        row.get("description", String.class),
                        nodes(byParent, row.get("id", Long.class))))
                .toList();
    }
}
