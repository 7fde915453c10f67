package org.stoa.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CategoryTreeTest {
    private static final CategoryNode SEA = node(4, "sea");
    private static final CategoryNode ADVENTURE = node(2, "adventure", SEA);
    private static final CategoryTree TREE =
            new CategoryTree(List.of(node(1, "fiction", ADVENTURE, node(3, "poetry")), node(5, "ideas")));

    @Test
    void a_category_knows_the_way_to_it_and_what_is_below_it() {
        var category = TREE.bySlug("adventure").orElseThrow();

        assertThat(category.way()).extracting(CategoryLink::slug).containsExactly("fiction");
        assertThat(category.children()).extracting(CategoryLink::slug).containsExactly("sea");
        assertThat(TREE.bySlug("nowhere")).isEmpty();
    }

    @Test
    void the_way_leads_from_the_top_to_the_category_itself() {
        assertThat(TREE.way(4)).extracting(CategoryLink::slug).containsExactly("fiction", "adventure", "sea");
        assertThat(TREE.way(5)).extracting(CategoryLink::slug).containsExactly("ideas");
        assertThat(TREE.way(99)).isEmpty();
    }

    @Test
    void below_a_category_are_itself_and_all_its_descendants() {
        assertThat(TREE.below("fiction").boxed()).containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
        assertThat(TREE.below("sea").boxed()).containsExactly(4L);
        assertThat(TREE.below("nowhere").boxed()).isEmpty();
    }

    private static CategoryNode node(long id, String slug, CategoryNode... children) {
        return new CategoryNode(id, slug, slug, "", List.of(children));
    }
}
