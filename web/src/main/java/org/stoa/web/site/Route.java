package org.stoa.web.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stoa.web.site.Answer.Caching;

/**
 * One line of the table of addresses.
 *
 * @param beginning what all its paths begin with
 * @param path the form of the paths, with a group for each parameter
 * @param parameters the names of the groups
 * @param exact whether the address must be written as the path is: without escapes, path parameters and detours
 * @param methods the methods that it knows; all where there are none
 * @param answer what a request of a known method gets
 * @param publicParameters the parameters of queries that it knows, where what is read there is the same for everybody and is kept
 */
record Route(
        String beginning,
        Pattern path,
        List<String> parameters,
        boolean exact,
        List<String> methods,
        Answer answer,
        Optional<List<String>> publicParameters) {
    /** Products and categories: lower case ASCII, up to 120 characters. */
    private static final String SLUG = "(?<slug>(?=[^/]{1,120}(?:/|$))[a-z0-9]+(?:-[a-z0-9]+)*)";
    /** Left to {@link org.stoa.catalogue.Sku}, which refuses what is malformed. */
    private static final String SKU = "(?<sku>[^/]+)";
    /** Left to {@link org.stoa.job.JobId}, which refuses what can't be one. */
    private static final String JOB = "(?<job>[0-9a-f-]{36})";

    private static final String PRODUCT = "(?<product>[0-9]{1,18})";
    private static final String MEDIA = "(?<media>[0-9a-f]{64}\\.[a-z]{3,4})";

    /** What pages use of a library; its own pages, which would run here as ours, are left out. */
    private static final String LIBRARY_FILE = "[\\w.@/-]+\\.(?:css|js)";

    private static final List<String> READING = List.of("GET", "HEAD");
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    /** A page that is the same for everybody, and kept; it knows those parameters of a query, and no others. */
    static Route page(String path, String view, String... queries) {
        return of(path, READING, new Answer.View(view, Caching.REVALIDATED, Map.of()), Optional.of(List.of(queries)));
    }

    /** What REST answers there is the same for everybody, and kept. */
    static Route publicRest(String path, String... queries) {
        return of(path, List.of(), new Answer.Through(), Optional.of(List.of(queries)));
    }

    /** A page that shows what only its visitor may see. */
    static Route personalPage(String path, String view) {
        return of(path, READING, new Answer.View(view, Caching.NEVER, Map.of()));
    }

    /** A page that is the same for everybody, with a form that is sent to the same address; a servlet answers that. */
    static Route pageWithForm(String path, String view) {
        var page = new Answer.View(view, Caching.REVALIDATED, Map.of());
        return of(path, List.of("GET", "HEAD", "POST"), new Answer.PageOrForm(page));
    }

    /** Where a form is sent to; a servlet answers. */
    static Route form(String path) {
        return of(path, List.of("POST"), new Answer.Through());
    }

    /** A personal page with a form that is sent to the same address; a servlet answers that. */
    static Route personalPageWithForm(String path, String view) {
        var page = new Answer.View(view, Caching.NEVER, Map.of());
        return of(path, List.of("GET", "HEAD", "POST"), new Answer.PageOrForm(page));
    }

    /** A file at a fixed address; a servlet answers. */
    static Route file(String path) {
        return of(path, READING, new Answer.Through());
    }

    /** A file that is the same for everybody, and kept; a servlet answers. */
    static Route publicFile(String path) {
        return of(path, READING, new Answer.Through(), Optional.of(List.of()));
    }

    /** Files that lie below a path; a servlet answers. */
    static Route files(String path) {
        return below(path, READING);
    }

    /** The scripts and styles of libraries below a path, each with the version of its library in the address. */
    static Route libraries(String path) {
        return of(path + LIBRARY_FILE, READING, new Answer.LibraryFile());
    }

    /** All that lies below a path; REST answers and knows the methods. */
    static Route rest(String path) {
        return below(path, List.of());
    }

    private static Route below(String path, List<String> methods) {
        var all = Pattern.compile(Pattern.quote(path) + ".*", Pattern.DOTALL);
        return new Route(path, all, List.of(), false, methods, new Answer.Through(), Optional.empty());
    }

    private static Route of(String path, List<String> methods, Answer answer) {
        return of(path, methods, answer, Optional.empty());
    }

    private static Route of(String path, List<String> methods, Answer answer, Optional<List<String>> publicParameters) {
        var parameters =
                PARAMETER.matcher(path).results().map(result -> result.group(1)).toList();
        var form = path.replace("{slug}", SLUG)
                .replace("{sku}", SKU)
                .replace("{job}", JOB)
                .replace("{product}", PRODUCT)
                .replace("{media}", MEDIA);
        return new Route(
                path.split("[{\\[]")[0], Pattern.compile(form), parameters, true, methods, answer, publicParameters);
    }

    /** Whether a path is one of this route's. Most are none, which their beginning tells sooner than the pattern. */
    boolean covers(String address) {
        return address.startsWith(beginning) && path.matcher(address).matches();
    }

    /** What a request gets from this route, or none if it is not for this one. */
    Optional<Answer> answer(String method, String address, String requested) {
        var match = path.matcher(requested);
        if (!match.matches()) {
            return Optional.empty();
        }
        if (exact && !address.equals(requested)) {
            return Optional.of(new Answer.NotFound());
        }
        if (!methods.isEmpty() && !methods.contains(method)) {
            return Optional.of(new Answer.NotAllowed(String.join(", ", methods)));
        }
        return Optional.of(answer.with(values(match)));
    }

    private Map<String, String> values(Matcher match) {
        var values = new HashMap<String, String>();
        parameters.forEach(name -> values.put(name, match.group(name)));
        return values;
    }
}
