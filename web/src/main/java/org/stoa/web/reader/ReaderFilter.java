package org.stoa.web.reader;

import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.util.HttpString;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.stoa.data.Databases;
import org.stoa.data.Reader;

/**
 * Makes known for whom a request reads: nothing that it shows is behind what its visitor has seen. Says in the answer what he
 * has written now, and whether what he is shown may be old because the primary is away.
 */
public class ReaderFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private static final HttpString DEGRADED = new HttpString("Stoa-Degraded");

    @Inject
    private transient Databases databases;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var exchange = ServletRequestContext.requireCurrent().getExchange();
        var stamps = Stamps.of(exchange);
        try (var reader = Reader.begin(stamps.seen(), stamps.doubtsUntil())) {
            exchange.addResponseCommitListener(answer -> tell(answer, stamps, reader));
            chain.doFilter(request, response);
        }
    }

    private void tell(HttpServerExchange answer, Stamps stamps, Reader reader) {
        reader.answers();
        if (databases.isDegraded() || reader.isDegraded()) {
            answer.getResponseHeaders().put(DEGRADED, "primary");
        }
        stamps.tell(answer, reader);
    }
}
