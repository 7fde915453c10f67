package org.stoa.web.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.stoa.Sha256;
import org.stoa.page.RenderedPage;

/** Makes of what the application answered what is sent. */
final class Rendering {
    /** A larger one is made each time. */
    static final int LARGEST = 1 << 20;

    /**
     * Browsers ask each time; what is between may keep it for a second, and give what is a second older than it would be here.
     */
    static final String SHARED = "public, max-age=0, s-maxage=1, must-revalidate";

    private static final String REVALIDATED = "no-cache";
    private static final Pattern COMPRESSIBLE =
            Pattern.compile("(text/.*|application/(json|javascript|xml)|image/svg\\+xml)(;.*)?");
    private static final int HASH = 16;

    /** An entity tag that the application gives: the version of a thing, to change it by. */
    private static final Pattern VERSION = Pattern.compile("(?:W/)?\"([0-9]+)(?:-[^\"]*)?\"");

    private Rendering() {}

    static RenderedPage of(Map<String, String> answered, byte[] body) {
        var headers = new TreeMap<>(answered);
        var given = headers.remove("ETag");
        if (REVALIDATED.equals(headers.get("Cache-Control"))) {
            headers.put("Cache-Control", SHARED);
        }
        return new RenderedPage(headers, etag(given, body), body, compressed(headers.get("Content-Type"), body));
    }

    /** Weak, because the body is sent plain or compressed; the version of the thing first where it has one. */
    private static String etag(String given, byte[] body) {
        var hash = Sha256.hex(body).substring(0, HASH);
        if (given == null) {
            return "W/\"" + hash + '"';
        }
        var version = VERSION.matcher(given);
        return version.matches() ? "W/\"" + version.group(1) + '-' + hash + '"' : given;
    }

    private static byte[] compressed(String type, byte[] body) {
        // However small it is: what goes out plain the server compresses, each time.
        if (type == null || !COMPRESSIBLE.matcher(type).matches()) {
            return new byte[0];
        }
        var bytes = new ByteArrayOutputStream(body.length / 3);
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
