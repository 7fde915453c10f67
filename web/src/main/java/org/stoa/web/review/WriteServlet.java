package org.stoa.web.review;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.stoa.Refusal;
import org.stoa.TooManyRequests;
import org.stoa.catalogue.Catalogue;
import org.stoa.catalogue.ProductId;
import org.stoa.member.MemberId;
import org.stoa.review.ReviewText;
import org.stoa.review.Reviews;
import org.stoa.web.site.PageHeaders;
import org.stoa.web.site.SeeOther;
import org.stoa.web.site.ViewRequest;

/** Takes the forms by which members write, change and delete their reviews; the table of addresses lets nothing else here. */
@WebServlet("/products/*")
public class WriteServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String VIEW = "/WEB-INF/review/write.xhtml";
    private static final String PERSONAL = "private, no-store";
    private static final Pattern PATH = Pattern.compile("/([^/]+)/review(/delete)?");

    /** More digits than any version has are none. */
    private static final Pattern VERSION = Pattern.compile("\\d{1,18}");

    @Inject
    private transient Catalogue catalogue;

    @Inject
    private transient Reviews reviews;

    @Inject
    private transient WritePage page;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var path = PATH.matcher(Optional.ofNullable(request.getPathInfo()).orElse(""));
        if (!path.matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var slug = path.group(1);
        var product = catalogue
                .product(slug)
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "There is no product " + slug + "."))
                .id();
        var member = page.getMember().id();
        try {
            var notice = path.group(2) == null ? write(product, member, request) : delete(product, member, request);
            SeeOther.to(response, "/products/" + slug + "/review?notice=" + notice);
        } catch (Refusal refusal) {
            if (!explain(refusal)) {
                throw refusal;
            }
            if (refusal instanceof TooManyRequests often) {
                response.setHeader("Retry-After", String.valueOf(often.retryAfterSeconds()));
            }
            again(request, response, refusal.kind().status(), slug);
        }
    }

    private String write(ProductId product, MemberId member, HttpServletRequest request) {
        var text = new ReviewText(stars(request), request.getParameter("title"), request.getParameter("text"));
        page.typed(text);
        var faults = text.faults();
        if (!faults.isEmpty()) {
            page.faulty(faults);
            throw new Refusal(Refusal.Kind.INVALID, "The review can't be taken with this.");
        }
        var version = version(request);
        if (version.isEmpty()) {
            reviews.write(product, member, text);
            return "review-written";
        }
        reviews.change(product, member, version.get(), text);
        return "review-changed";
    }

    private String delete(ProductId product, MemberId member, HttpServletRequest request) {
        reviews.delete(product, member, version(request).orElse(-1L));
        return "review-deleted";
    }

    private static int stars(HttpServletRequest request) {
        var stars = request.getParameter("rating");
        return stars != null && stars.matches("[1-5]") ? Integer.parseInt(stars) : 0;
    }

    private static Optional<Long> version(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("version"))
                .filter(text -> VERSION.matcher(text).matches())
                .map(Long::valueOf);
    }

    /** Tells the page why it was not done; returns whether there is something to tell. */
    private boolean explain(Refusal refusal) {
        switch (refusal.kind()) {
            case INVALID -> {}
            case CONFLICT, STALE -> page.refused("reviewStale");
            case TOO_MANY -> page.refused("reviewTooMany");
            case MALFORMED, NOT_FOUND, TOO_LARGE, VERSION_REQUIRED, UNAVAILABLE -> {
                return false;
            }
        }
        return true;
    }

    private static void again(HttpServletRequest request, HttpServletResponse response, int status, String slug)
            throws IOException, ServletException {
        PageHeaders.set(response, PERSONAL);
        response.setStatus(status);
        request.getRequestDispatcher(VIEW).forward(ViewRequest.ofPage(request, Map.of("slug", slug)), response);
    }
}
