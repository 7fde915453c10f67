package org.stoa.system.feed;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is asked of a server.
 *
 * @param method of HTTP
 * @param path with the query
 * @param headers by name
 * @param body empty for none
 */
record Request(String method, String path, Map<String, String> headers, String body) {
    static Request get(String path) {
        return new Request("GET", path, Map.of(), "");
    }

    /** A change of a product by the staff. */
    static Request patch(String path, String token, long version, String body) {
        return new Request(
                "PATCH",
                path,
                Map.of(
                        "Authorization", "Bearer " + token,
                        "Content-Type", "application/merge-patch+json",
                        "If-Match", "\"" + version + "\""),
                body);
    }

    Request with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Request(method, path, more, body);
    }

    byte[] bytes(InetSocketAddress address) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var text = new StringBuilder(256)
                .append(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: ")
                .append(address.getHostString())
                .append(':')
                .append(address.getPort())
                .append("\r\n");
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        if (!method.equals("GET")) {
            text.append("Content-Length: ").append(bytes.length).append("\r\n");
        }
        return text.append("\r\n").append(body).toString().getBytes(StandardCharsets.UTF_8);
    }
}
