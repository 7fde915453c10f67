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
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.ContainerController;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two clones that share their sessions, without a balancer between them and the test. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TwoClonesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String NODE_1 = "http://127.0.0.1:18180";
    private static final String NODE_2 = "http://127.0.0.1:18280";
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
    void a_cart_filled_on_one_clone_is_on_the_other_also_after_a_kill() throws Exception {
        containers.start("node-2");
        deployer.deploy("second");
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

    private String anySku() throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var list = send(HttpRequest.newBuilder(URI.create(NODE_1 + "/api/v1/products?limit=1&sort=price-up")));
            var sku = SKU.matcher(list.body());
            if (sku.find()) {
                return sku.group(1);
            }
            assertThat(System.nanoTime()).as("patience for the demo shop").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(100);
        }
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
