package org.stoa.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.stoa.cluster.process.LaunchFailure;

/** Short questions over HTTP. */
final class Http {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();

    private Http() {}

    /** The body of a 200; nothing if the answer is another, or none within two seconds. */
    static Optional<String> ask(String method, URI address) {
        return answer(HttpRequest.newBuilder(address).method(method, BodyPublishers.noBody()));
    }

    /** The same with a form in the request, encoded. */
    static Optional<String> ask(String method, URI address, String form) {
        return answer(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, BodyPublishers.ofString(form)));
    }

    private static Optional<String> answer(HttpRequest.Builder question) {
        var request = question.timeout(LIMIT).build();
        try {
            var response = CLIENT.send(request, BodyHandlers.ofString());
            return response.statusCode() == 200 ? Optional.of(response.body()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("interrupted while asking " + request.uri(), e);
        }
    }

    static URI local(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
