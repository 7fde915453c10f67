package org.stoa.ear;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.ContainerController;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stoa.cluster.Cluster;
import org.stoa.cluster.Installation;

/** Two clones that share their sessions and what they make, without a balancer between them and the test. */
@ExtendWith(ArquillianExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@RunAsClient
class TwoClonesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int CHANGES = 40;
    private static final String NODE_1 = "http://127.0.0.1:18180";
    private static final String NODE_2 = "http://127.0.0.1:18280";
    private static final String NODE_1_MANAGEMENT = "http://127.0.0.1:20090";
    private static final String NODE_2_MANAGEMENT = "http://127.0.0.1:20190";
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
    private static final Pattern SKU = Pattern.compile("\"sku\":\"([^\"]+)\"");

    @ArquillianResource
    private ContainerController containers;

    @ArquillianResource
    private Deployer deployer;

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    @Deployment(name = "first", testable = false)
    @TargetsContainer("node-1")
    static EnterpriseArchive first() {
        return RealEar.asShipped();
    }

    @Deployment(name = "second", managed = false, testable = false)
    @TargetsContainer("node-2")
    static EnterpriseArchive second() {
        return RealEar.asShipped();
    }

    @Test
    @Order(1)
    void a_clone_that_joins_makes_pages_before_anybody_asks_it_for_them() throws Exception {
        anySku();
        send(HttpRequest.newBuilder(URI.create(NODE_1 + "/")));

        containers.start("node-2");
        deployer.deploy("second");
        // It is asked for something, but for no page that could be kept.
        cartOn(NODE_2);

        Patience.await(() -> uses(NODE_2_MANAGEMENT, "pages", "load"), made -> made > 0);
    }

    @Test
    @Order(2)
    void what_one_clone_has_made_after_a_change_the_other_uses() throws Exception {
        var product = anyProduct();
        double before = shared();

        for (int stock = 1; stock <= CHANGES; stock++) {
            byHand("update product set stock = " + stock + " where id = " + product);
            var one = showsStock(NODE_1, product, stock);
            var other = showsStock(NODE_2, product, stock);
            one.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            other.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }

        // Nothing depends on it: on a busy machine some make it themselves rather than wait.
        assertThat(shared() - before).as("of %d changes", CHANGES).isGreaterThan(CHANGES / 4.0);
    }

    @Test
    @Order(3)
    void a_cart_filled_on_one_clone_is_on_the_other_also_after_a_kill() throws Exception {
        var sku = anySku();

        var added = send(HttpRequest.newBuilder(URI.create(NODE_2 + "/api/v1/cart/items"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"sku\": \"%s\", \"quantity\": 1}".formatted(sku))));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(200);
        assertThat(added.headers().firstValue("Stoa-Node")).hasValue("node-2");
        assertThat(cartOn(NODE_1)).contains(sku);

        containers.kill("node-2");

        assertThat(cartOn(NODE_1)).contains(sku);
    }

    private static double shared() throws IOException {
        return uses(NODE_1_MANAGEMENT, "objects", "shared") + uses(NODE_2_MANAGEMENT, "objects", "shared");
    }

    /** What a clone counts of the uses of a cache. */
    private static double uses(String management, String cache, String result) throws IOException {
        try (var in = URI.create(management + "/metrics").toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("stoa_cache_total")
                            && line.contains("cache=\"" + cache + '"')
                            && line.contains("result=\"" + result + '"'))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        }
    }

    private static void byHand(String sql) throws SQLException {
        var databases = new Cluster(
                Installation.of(Path.of(System.getProperty("stoa.root"))), Path.of(System.getProperty("stoa.state")));
        try (var connection = databases.connect("primary");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Asks a clone again and again until it shows so many. */
    private CompletableFuture<String> showsStock(String node, String product, int stock) {
        var request = HttpRequest.newBuilder(URI.create(node + "/api/v1/products/" + product));
        var shown = Pattern.compile("\"stock\":" + stock + "\\b").asPredicate();
        return CompletableFuture.supplyAsync(
                () -> Patience.await(() -> send(request.copy()).body(), shown));
    }

    private String anySku() {
        return ofAnyProduct(SKU);
    }

    private String anyProduct() {
        return ofAnyProduct(ID);
    }

    /** What is found in the list of products, once the demo shop is there. */
    private String ofAnyProduct(Pattern wanted) {
        var list = URI.create(NODE_1 + "/api/v1/products?limit=1&sort=price-up");
        return Patience.await(
                        () -> wanted.matcher(send(HttpRequest.newBuilder(list)).body()), Matcher::find)
                .group(1);
    }

    private String cartOn(String node) throws IOException, InterruptedException {
        var cart = send(HttpRequest.newBuilder(URI.create(node + "/api/v1/cart")));
        assertThat(cart.statusCode()).as(cart.body()).isEqualTo(200);
        return cart.body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    }
}
