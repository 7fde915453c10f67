package org.stoa.web.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.stoa.catalogue.Catalogue;
import org.stoa.catalogue.CategoryNode;
import org.stoa.data.DatabaseFailure;
import org.stoa.data.Databases;
import org.stoa.data.Dependencies;

/** The tree of categories in the head of every page. */
@Named
@RequestScoped
public class Navigation {
    @Inject
    private Catalogue catalogue;

    @Inject
    private Databases databases;

    @Inject
    private HttpServletRequest request;

    private List<CategoryNode> categories = List.of();
    private boolean asked;

    /** Reads the tree, once a request at the most. A page without its menu is better than none. */
    public void load() {
        if (asked || reportsFailure() || !databases.isReadable()) {
            return;
        }
        // Also where it fails: the page that reports a refusal must not wait for the same again.
        asked = true;
        try {
            categories = catalogue.categories();
        } catch (RuntimeException e) {
            if (DatabaseFailure.asRefusal(e).isEmpty()) {
                throw e;
            }
            // Without its menu a page is not for everybody.
            Dependencies.unknown();
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
