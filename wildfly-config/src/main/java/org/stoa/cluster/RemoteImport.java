package org.stoa.cluster;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.stoa.cluster.process.LaunchFailure;

/**
 * An import as a program of the staff has it done, over REST.
 *
 * @param shop where the shop is
 * @param token the bearer token of the staff
 */
record RemoteImport(URI shop, String token) {
    /** As the shop has it; told here before the bytes are sent. */
    private static final long MOST_BYTES = 268_435_456;

    private static final Duration UPLOAD = Duration.ofMinutes(5);
    private static final Duration QUESTION = Duration.ofSeconds(10);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(300);

    /** Without an answer for so long, the shop is taken for gone; its job is not. */
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /**
     * Sends a file.
     *
     * @param mapping how it is to be read, or null for what fits its header
     * @return the address of the job that imports it
     */
    URI send(Path file, String mapping) {
        requireRoom(file);
        var query = "?name=" + encoded(file.getFileName().toString())
                + (mapping == null ? "" : "&mapping=" + encoded(mapping));
        try {
            var request = request(shop.resolve("/api/v1/imports" + query), UPLOAD)
                    .header("Content-Type", "text/csv")
                    // Who is refused need not send it all.
                    .expectContinue(true)
                    .POST(BodyPublishers.ofFile(file))
                    .build();
            var answer = send(request);
            if (answer.statusCode() != 202) {
                throw new LaunchFailure("the shop refused " + file + ": " + reason(answer));
            }
            return shop.resolve(answer.headers().firstValue("Location").orElseThrow());
        } catch (FileNotFoundException e) {
            throw new LaunchFailure("there is no file " + file, e);
        } catch (IOException e) {
            throw new LaunchFailure("the shop does not take the file (" + e + "), see ./stoa status", e);
        }
    }

    /**
     * Waits until a job has ended, however long it takes.
     *
     * @param lines told when it has come further
     */
    ImportedJob await(URI job, Consumer<String> lines) {
        var last = "";
        long heard = System.nanoTime();
        while (true) {
            try {
                var answer = send(request(job, QUESTION).GET().build());
                if (answer.statusCode() == 200) {
                    heard = System.nanoTime();
                    var now = ImportedJob.parse(answer.body());
                    if (!now.progress().equals(last)) {
                        last = now.progress();
                        lines.accept(last);
                    }
                    if (now.hasEnded()) {
                        return now;
                    }
                } else if (answer.statusCode() < 500) {
                    throw new LaunchFailure(job + ": " + reason(answer));
                }
            } catch (IOException e) {
                // A clone that dies takes the answer with it; another one knows it as well.
            }
            if (System.nanoTime() - heard > PATIENCE.toNanos()) {
                throw new LaunchFailure("the shop does not say how far " + job + " is, see ./stoa status");
            }
            pause();
        }
    }

    private static void requireRoom(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new LaunchFailure("there is no file " + file);
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new LaunchFailure(file + " is larger than 256 MiB");
            }
        } catch (IOException e) {
            throw new LaunchFailure(file + " can't be read: " + e.getMessage(), e);
        }
    }

    private HttpRequest.Builder request(URI address, Duration limit) {
        return HttpRequest.newBuilder(address).timeout(limit).header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return CLIENT.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("interrupted while asking " + request.uri(), e);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_QUESTIONS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("interrupted while waiting for an import", e);
        }
    }

    private static String reason(HttpResponse<String> answer) {
        return answer.statusCode() + " "
                + JsonText.string(answer.body(), "detail").orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
