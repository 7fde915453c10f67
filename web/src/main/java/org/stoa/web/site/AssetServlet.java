package org.stoa.web.site;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Serves the files in {@code /assets/}, and those that browsers and robots look for at fixed addresses. */
@WebServlet({"/assets/*", "/favicon.ico", "/favicon.svg", "/robots.txt"})
public class AssetServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final String FOR_A_DAY = "public, max-age=86400";
    /** A page of an older or newer clone asked: it gets what is here, and may not keep it under that name. */
    private static final String FOR_NOW = "no-cache";

    @Inject
    private transient Assets assets;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var asset = request.getPathInfo() == null
                ? assets.named(request.getServletPath().substring(1))
                : Asset.plainName(lastName(request)).flatMap(assets::named);
        if (asset.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        asset.get().file().send(request, response, cacheControl(request, asset.get()));
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }

    private static String cacheControl(HttpServletRequest request, Asset asset) {
        if (request.getPathInfo() == null) {
            return FOR_A_DAY;
        }
        return asset.hashedName().equals(lastName(request)) ? SentFile.FOR_EVER : FOR_NOW;
    }

    private static String lastName(HttpServletRequest request) {
        return request.getPathInfo().substring(1);
    }
}
