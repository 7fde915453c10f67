package org.stoa.web.error;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.stoa.web.api.Problem;
import org.stoa.web.site.PageHeaders;
import org.stoa.web.site.Texts;
import org.stoa.web.site.ViewRequest;

/** Where the server sends every failed request: answers with a page, or with a problem on the paths of REST. */
@WebServlet("/error")
public class ErrorServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String VIEW = "/WEB-INF/error/error.xhtml";

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (request.getDispatcherType() != DispatcherType.ERROR) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        int status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setIntHeader("Retry-After", Problem.RETRY_AFTER_SECONDS);
        }
        if (isOfApi(request)) {
            Problem.send(response, status, detail(status), path(request));
        } else {
            PageHeaders.set(response, "no-store");
            request.getRequestDispatcher(VIEW).forward(ViewRequest.ofError(request), response);
        }
    }

    private static boolean isOfApi(HttpServletRequest request) {
        return path(request).startsWith("/api/");
    }

    private static String path(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
    }

    private static String detail(int status) {
        return Texts.find("problem" + status).orElseGet(() -> Texts.get("problemOther"));
    }
}
