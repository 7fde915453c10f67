package org.stoa.demo;

import java.util.List;

/**
 * A category of the demo shop, as its file lists it.
 *
 * @param children those below it, or null for none
 */
record DemoCategory(String slug, String name, String description, List<DemoCategory> children) {
    DemoCategory {
        children = children == null ? List.of() : List.copyOf(children);
    }
}
