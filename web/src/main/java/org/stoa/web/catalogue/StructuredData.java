package org.stoa.web.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.stoa.catalogue.ProductStatus;
import org.stoa.catalogue.ProductView;

/** A product as search engines read it: JSON-LD in the vocabulary of schema.org. */
final class StructuredData {
    private static final ObjectMapper JSON = new ObjectMapper();

    private StructuredData() {}

    /** The product and the way to it; every less-than sign is escaped, so that no text can end a script element. */
    static String of(ProductView product, String origin) {
        var data = JSON.createObjectNode().put("@context", "https://schema.org");
        data.putArray("@graph").add(product(product, origin)).add(way(product, origin));
        return data.toString().replace("<", "\\u003c");
    }

    private static ObjectNode product(ProductView product, String origin) {
        var node = JSON.createObjectNode()
                .put("@type", "Product")
                .put("name", product.title())
                .put("description", product.description())
                .put("sku", product.sku().value())
                .put("url", address(product, origin));
        var images = node.putArray("image");
        product.images().forEach(image -> images.add(origin + "/media/" + image.name()));
        node.putObject("offers")
                .put("@type", "Offer")
                .put("url", address(product, origin))
                .put("price", product.price().amount().toPlainString())
                .put("priceCurrency", product.price().currency().getCurrencyCode())
                .put("availability", "https://schema.org/" + availability(product));
        if (product.rating().isRated()) {
            node.putObject("aggregateRating")
                    .put("@type", "AggregateRating")
                    .put("ratingValue", product.rating().average().toPlainString())
                    .put("reviewCount", product.rating().count());
        }
        return node;
    }

    private static String availability(ProductView product) {
        if (product.status() == ProductStatus.RETIRED) {
            return "Discontinued";
        }
        return product.isBuyable() ? "InStock" : "OutOfStock";
    }

    private static ObjectNode way(ProductView product, String origin) {
        var node = JSON.createObjectNode().put("@type", "BreadcrumbList");
        var list = node.putArray("itemListElement");
        product.categories().forEach(step -> addStep(list, step.name(), origin + "/categories/" + step.slug()));
        addStep(list, product.title(), address(product, origin));
        return node;
    }

    private static void addStep(ArrayNode list, String name, String address) {
        list.addObject()
                .put("@type", "ListItem")
                .put("position", list.size())
                .put("name", name)
                .put("item", address);
    }

    private static String address(ProductView product, String origin) {
        return origin + "/products/" + product.slug();
    }
}
