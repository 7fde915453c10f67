package org.stoa.web.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stoa.web.site.GivenParameters;

/**
 * A request of nobody in particular: without cookies, session, account, and all headers but those that name the shop. So what is
 * answered to it can't hold anything that is private, whoever asked.
 */
final class PublicRequest extends GivenParameters {
    private static final List<String> HEADERS = List.of("Host", "Accept");

    private final PublicAddress address;

    PublicRequest(HttpServletRequest request, PublicAddress address) {
        super(request, parameters(address));
        this.address = address;
    }

    private static Map<String, String[]> parameters(PublicAddress address) {
        var parameters = new HashMap<String, String[]>();
        address.parameters().forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
        return parameters;
    }

    /** What is asked for by HEAD alone is made as for all. */
    @Override
    public String getMethod() {
        return "GET";
    }

    @Override
    public String getQueryString() {
        var query = address.query();
        return query.isEmpty() ? null : query;
    }

    private static boolean isPublic(String header) {
        return HEADERS.stream().anyMatch(header::equalsIgnoreCase);
    }

    @Override
    public String getHeader(String name) {
        return isPublic(name) ? super.getHeader(name) : null;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isPublic(name) ? super.getHeaders(name) : Collections.emptyEnumeration();
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(
                HEADERS.stream().filter(name -> super.getHeader(name) != null).toList());
    }

    @Override
    public long getDateHeader(String name) {
        return -1;
    }

    @Override
    public int getIntHeader(String name) {
        return -1;
    }

    @Override
    public Cookie[] getCookies() {
        return null;
    }

    @Override
    public HttpSession getSession(boolean create) {
        if (create) {
            throw new IllegalStateException("A page that is the same for everybody has no session: " + address.path());
        }
        return null;
    }

    @Override
    public HttpSession getSession() {
        return getSession(true);
    }

    @Override
    public Principal getUserPrincipal() {
        return null;
    }

    @Override
    public String getRemoteUser() {
        return null;
    }

    @Override
    public boolean isUserInRole(String role) {
        return false;
    }

    @Override
    public String getAuthType() {
        return null;
    }

    @Override
    public Locale getLocale() {
        return Locale.ENGLISH;
    }

    @Override
    public Enumeration<Locale> getLocales() {
        return Collections.enumeration(List.of(Locale.ENGLISH));
    }

    @Override
    public String getRemoteAddr() {
        return "";
    }

    @Override
    public String getRemoteHost() {
        return "";
    }
}
