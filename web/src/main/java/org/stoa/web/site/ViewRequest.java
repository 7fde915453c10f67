package org.stoa.web.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;

/**
 * A request as views see it: always a GET, with the parameters of its address and those of its query. The parameters of
 * Faces are hidden: pages have no view state, and who sends one anyway would only make Faces look for it.
 */
public final class ViewRequest extends GivenParameters {
    private static final String OF_FACES = "jakarta.faces.";

    private ViewRequest(HttpServletRequest request, Map<String, String[]> parameters) {
        super(request, parameters);
    }

    /** For a page; the parameters that its address holds win over those of its query. */
    public static ViewRequest ofPage(HttpServletRequest request, Map<String, String> held) {
        var all = new HashMap<>(request.getParameterMap());
        all.keySet().removeIf(name -> name.startsWith(OF_FACES));
        held.forEach((name, value) -> all.put(name, new String[] {value}));
        return new ViewRequest(request, all);
    }

    /** For the page that reports an error: without parameters, because they may be what could not be read. */
    public static ViewRequest ofError(HttpServletRequest request) {
        return new ViewRequest(request, Map.of());
    }

    @Override
    public String getMethod() {
        return "GET";
    }
}
