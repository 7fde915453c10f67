package org.stoa.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nothing of a user's is on a clone's disk. */
@ExtendWith(RunningShop.class)
class ClonesHoldNothingIT {
    /** Logs, temporary files, and what the embedded broker may keep. */
    private static final Set<String> DISPOSABLE = Set.of("log", "tmp", "console.log");

    private static final String JOURNAL = "data/activemq";

    private static Shop shop;

    @BeforeAll
    static void open(Shop running) {
        shop = running;
    }

    @Test
    void a_busy_run_leaves_no_trace_in_a_clones_files() {
        var before = Map.of("node-1", files("node-1"), "node-2", files("node-2"));

        for (int i = 1; i <= 100; i++) {
            // Past the balancer, which gives a clone that was started a moment ago next to nothing.
            var node = i % 2 == 0 ? "node-1" : "node-2";
            var guest = new Visitor(shop.url(node));
            assertThat(guest.get("/products/moby-dick").status()).isEqualTo(200);
            assertThat(guest.get("/categories/fiction?sort=newest").status()).isEqualTo(200);
            var added = guest.form("/cart/items", Map.of("sku", "BOOK-%04d".formatted(i), "quantity", "1"));
            assertThat(added.status()).as("%s", added).isEqualTo(303);
            assertThat(added.node()).isEqualTo(node);
            assertThat(guest.get("/cart").status()).isEqualTo(200);
            restock("/api/v1/products/" + i);
        }

        before.forEach((node, files) -> assertThat(files(node)).as(node).isEqualTo(files));
    }

    private static void restock(String path) {
        var product = shop.staff().get(path);
        var stock = "{\"stock\": %d}".formatted(product.json().get("stock").asInt() + 1);
        var changed = shop.staff().json("PATCH", path, stock, "If-Match", product.header("ETag"));
        // The replica may not yet have what another test has just changed.
        assertThat(changed.status()).as("%s", changed).isIn(200, 412);
    }

    @Test
    void the_check_sees_a_file_that_is_written() throws IOException {
        var before = files("node-1");
        var trace = shop.directory("node-1").resolve("data/upload.bin");
        Files.writeString(trace, "a visitor's picture");
        try {
            assertThat(files("node-1")).isNotEqualTo(before);
        } finally {
            Files.delete(trace);
        }
        assertThat(files("node-1")).isEqualTo(before);
    }

    /** Each file below a clone's directory with the hash of its content. */
    private static Map<String, String> files(String node) {
        var directory = shop.directory(node);
        var found = new TreeMap<String, String>();
        try (var paths = Files.walk(directory)) {
            for (var path : new TreeSet<>(paths.filter(Files::isRegularFile).toList())) {
                var name = directory.relativize(path).toString();
                if (!isDisposable(name)) {
                    found.put(name, hash(path));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(found).as("files of %s", node).isNotEmpty();
        return found;
    }

    private static boolean isDisposable(String name) {
        return name.startsWith(JOURNAL) || DISPOSABLE.contains(name.split("/", 2)[0]);
    }

    private static String hash(Path path) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
