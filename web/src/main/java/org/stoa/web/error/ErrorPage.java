package org.stoa.web.error;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.stoa.web.site.TooLarge;

/** The page that reports a failed request. */
@Named
@RequestScoped
public class ErrorPage {
    private static final Set<Integer> WITH_WORDS_OF_THEIR_OWN =
            Set.of(400, 403, 404, 405, TooLarge.STATUS, 429, 500, 503);

    @Inject
    private HttpServletRequest request;

    /** The HTTP status, 400 to 599. */
    public int getStatus() {
        return (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    }

    /** The key of the headline. */
    public String getTitleKey() {
        return "error" + words() + "Title";
    }

    /** The key of what is said below it. */
    public String getTextKey() {
        return "error" + words() + "Text";
    }

    private String words() {
        if (WITH_WORDS_OF_THEIR_OWN.contains(getStatus())) {
            return String.valueOf(getStatus());
        }
        return getStatus() < 500 ? "NotDone" : "500";
    }
}
