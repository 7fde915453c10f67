package org.stoa.web.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stoa.search.Facet;

/** The addresses of the shop: all of them, and what answers each. What is not in the table does not exist. */
public class Routes extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private static final String[] SEARCH = Stream.concat(
                    Stream.of("q", "sort", "cursor", "limit"),
                    Stream.of(Facet.values()).map(Facet::key))
            .toArray(String[]::new);

    private static final List<Route> TABLE = List.of(
            Route.page("/", "/WEB-INF/catalogue/home.xhtml"),
            Route.page("/categories/{slug}", "/WEB-INF/catalogue/category.xhtml", "sort", "cursor"),
            Route.page("/products/{slug}", "/WEB-INF/catalogue/product.xhtml"),
            Route.page("/products/{slug}/reviews", "/WEB-INF/review/reviews.xhtml", "sort", "stars", "cursor"),
            Route.personalPageWithForm("/products/{slug}/review", "/WEB-INF/review/write.xhtml"),
            Route.form("/products/{slug}/review/delete"),
            Route.page("/search", "/WEB-INF/search/search.xhtml", SEARCH),
            Route.personalPage("/cart", "/WEB-INF/cart/cart.xhtml"),
            Route.form("/cart/items"),
            Route.form("/cart/items/{sku}"),
            Route.personalPage("/jobs", "/WEB-INF/job/own.xhtml"),
            Route.personalPageWithForm("/jobs/{job}", "/WEB-INF/job/job.xhtml"),
            Route.pageWithForm("/sign-up", "/WEB-INF/member/sign-up.xhtml"),
            Route.pageWithForm("/sign-in", "/WEB-INF/member/sign-in.xhtml"),
            Route.form("/sign-out"),
            Route.personalPage("/account", "/WEB-INF/member/account.xhtml"),
            Route.form("/account/password"),
            Route.form("/account/sign-out-everywhere"),
            Route.file("/favicon.ico"),
            Route.file("/favicon.svg"),
            Route.file("/robots.txt"),
            Route.personalPageWithForm("/staff/jobs", "/WEB-INF/job/staff.xhtml"),
            Route.personalPageWithForm("/staff/queues", "/WEB-INF/job/queues.xhtml"),
            Route.personalPageWithForm("/staff/imports", "/WEB-INF/imports/imports.xhtml"),
            Route.personalPageWithForm("/staff/reviews", "/WEB-INF/review/staff.xhtml"),
            Route.files("/assets/"),
            Route.publicFile("/media/{media}"),
            Route.files("/media/"),
            Route.libraries("/webjars/"),
            Route.file("/api/docs"),
            Route.publicRest("/api/v1/products", "category", "sort", "cursor", "limit"),
            Route.publicRest("/api/v1/products/{product}"),
            Route.publicRest("/api/v1/products/{product}/reviews", "sort", "stars", "cursor", "limit"),
            Route.publicRest("/api/v1/categories"),
            Route.publicRest("/api/v1/categories/{slug}"),
            Route.publicRest("/api/v1/search", SEARCH),
            Route.rest("/api/v1/"));

    /** What the server gives to Faces, wherever it lies. Views have no addresses: a page is forwarded to its view. */
    private static final String VIEW = ".xhtml";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        answer(request.getMethod(), request.getRequestURI(), path(request)).give(request, response, chain);
    }

    /**
     * What a request gets.
     *
     * @param method its method
     * @param address its path as it was sent
     * @param path the same, decoded and in canonical form
     */
    static Answer answer(String method, String address, String path) {
        if (path.endsWith(VIEW)) {
            return new Answer.NotFound();
        }
        return TABLE.stream()
                .map(route -> route.answer(method, address, path))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(new Answer.NotFound());
    }

    /**
     * Where what is read at an address is the same for everybody and may be kept, the parameters of a query that decide what it
     * is.
     *
     * @param address the path as it was sent; one with escapes is none of these
     */
    public static Optional<List<String>> publicParameters(String address) {
        return TABLE.stream().filter(route -> route.covers(address)).findFirst().flatMap(Route::publicParameters);
    }

    static List<Route> table() {
        return TABLE;
    }

    private static String path(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }
}
