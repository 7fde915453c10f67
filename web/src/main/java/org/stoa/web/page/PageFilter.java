package org.stoa.web.page;

import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.stoa.page.RenderedPage;

/** Keeps answers that are the same for everybody, each made for nobody in particular. Only what succeeds is kept. */
public class PageFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient PublicPages pages;

    /** Something else than a page: to be passed on to the one who asked, or to happen to him. */
    private static final class Unkept extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient CapturedResponse response;

        Unkept(CapturedResponse response) {
            super(null, null, false, false);
            this.response = response;
        }

        Unkept(Exception cause) {
            super(null, cause, false, false);
            this.response = null;
        }
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var exchange = ServletRequestContext.requireCurrent().getExchange();
        var address = PublicAddress.of(exchange);
        if (address.isEmpty() || !pages.isOn()) {
            chain.doFilter(request, response);
            return;
        }
        try {
            var making = new AtomicBoolean();
            var page = pages.page(address.get(), () -> {
                making.set(true);
                return made(address.get(), request, response, chain);
            });
            PageAnswer.write(exchange, response, page, making.get() ? PageAnswer.MADE : PageAnswer.HIT);
        } catch (Unkept unkept) {
            passOn(unkept, response);
        }
    }

    private static RenderedPage made(
            PublicAddress address, HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        var captured = new CapturedResponse(response);
        try {
            chain.doFilter(new PublicRequest(request, address), captured);
        } catch (IOException | ServletException e) {
            throw new Unkept(e);
        }
        var body = captured.body();
        if (captured.isError()
                || captured.getStatus() != HttpServletResponse.SC_OK
                || body.length > Rendering.LARGEST) {
            throw new Unkept(captured);
        }
        return Rendering.of(captured.headers(), body);
    }

    private static void passOn(Unkept unkept, HttpServletResponse response) throws IOException, ServletException {
        if (unkept.getCause() instanceof IOException e) {
            throw e;
        }
        if (unkept.getCause() instanceof ServletException e) {
            throw e;
        }
        var answered = unkept.response;
        answered.headers().forEach(response::setHeader);
        if (answered.isError()) {
            response.sendError(answered.getStatus());
        } else {
            response.setStatus(answered.getStatus());
            response.getOutputStream().write(answered.body());
        }
    }
}
