package org.stoa.web.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** What the table of addresses says a request gets. */
sealed interface Answer {

    /** Gives it. */
    void give(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException;

    /** The same for an address that holds these parameters. */
    default Answer with(Map<String, String> parameters) {
        return this;
    }

    /** Whether a page may be kept by the browser and by what is between. */
    enum Caching {
        /** It may be kept, but must be asked for again each time. */
        REVALIDATED("no-cache"),
        /** It is personal. */
        NEVER("private, no-store");

        private final String cacheControl;

        Caching(String cacheControl) {
            this.cacheControl = cacheControl;
        }

        String cacheControl() {
            return cacheControl;
        }
    }

    /**
     * A page.
     *
     * @param view the Facelets view
     * @param caching whether it may be kept
     * @param parameters what the address holds
     */
    record View(String view, Caching caching, Map<String, String> parameters) implements Answer {
        @Override
        public Answer with(Map<String, String> held) {
            return new View(view, caching, held);
        }

        @Override
        public void give(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            PageHeaders.set(response, caching.cacheControl());
            request.getRequestDispatcher(view).forward(ViewRequest.ofPage(request, parameters), response);
        }
    }

    /**
     * A page; what is posted to it is answered by the rest of the application.
     *
     * @param page the page
     */
    record PageOrForm(View page) implements Answer {
        @Override
        public Answer with(Map<String, String> held) {
            return new PageOrForm(new View(page.view(), page.caching(), held));
        }

        @Override
        public void give(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            if (request.getMethod().equals("POST")) {
                chain.doFilter(request, response);
            } else {
                page.give(request, response, chain);
            }
        }
    }

    /** Whatever the rest of the application answers. */
    record Through() implements Answer {
        @Override
        public void give(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            chain.doFilter(request, response);
        }
    }

    /** A file of a library, as the server finds it. */
    record LibraryFile() implements Answer {
        @Override
        public void give(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            response.setHeader("Cache-Control", SentFile.FOR_EVER);
            response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
            response.setHeader("X-Content-Type-Options", "nosniff");
            chain.doFilter(request, response);
        }
    }

    /** There is no such address. */
    record NotFound() implements Answer {
        @Override
        public void give(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /**
     * The address does not know the method.
     *
     * @param allow the methods that it knows, as the header {@code Allow} lists them
     */
    record NotAllowed(String allow) implements Answer {
        @Override
        public void give(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException {
            response.setHeader("Allow", allow);
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }
}
