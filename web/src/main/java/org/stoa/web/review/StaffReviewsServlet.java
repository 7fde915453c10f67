package org.stoa.web.review;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.stoa.Refusal;
import org.stoa.review.ReviewId;
import org.stoa.review.Reviews;
import org.stoa.web.site.SeeOther;

/** Takes the forms by which staff hide a review or show it again. */
@WebServlet(StaffReviewsPage.ADDRESS)
public class StaffReviewsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    @Inject
    private transient Reviews reviews;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        boolean hide = "true".equals(request.getParameter("hide"));
        var notice = hide ? "review-hidden" : "review-shown";
        try {
            reviews.hide(new ReviewId(number(request, "review")), number(request, "version"), hide);
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.STALE && refusal.kind() != Refusal.Kind.NOT_FOUND) {
                throw refusal;
            }
            notice = "review-stale";
        }
        var list = "true".equals(request.getParameter("hidden")) ? "&hidden=true" : "";
        SeeOther.to(response, StaffReviewsPage.ADDRESS + "?notice=" + notice + list);
    }

    private static long number(HttpServletRequest request, String name) {
        var text = request.getParameter(name);
        if (text == null || !NUMBER.matcher(text).matches()) {
            throw new Refusal(Refusal.Kind.MALFORMED, name + ": a whole number.");
        }
        return Long.parseLong(text);
    }
}
