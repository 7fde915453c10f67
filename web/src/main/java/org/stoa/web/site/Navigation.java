package org.stoa.web.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.stoa.Refusal;
import org.stoa.catalogue.Catalogue;
import org.stoa.catalogue.CategoryNode;

/** The tree of categories in the head of every page. */
@Named
@RequestScoped
public class Navigation {
    @Inject
    private Catalogue catalogue;

    @Inject
    private HttpServletRequest request;

    private List<CategoryNode> categories = List.of();

    /** Reads the tree. A page without its menu is better than none. */
    public void load() {
        if (reportsFailure()) {
            return;
        }
        try {
            categories = catalogue.categories();
        } catch (Refusal unreadable) {
            categories = List.of();
        }
    }

    /** The top categories in their order, perhaps none. */
    public List<CategoryNode> getCategories() {
        return categories;
    }

    /** The page that reports a failure must not fail for the same reason. */
    private boolean reportsFailure() {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status && status >= 500;
    }
}
