package org.stoa.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stoa.catalogue.CategoryLink;
import org.stoa.catalogue.ProductCard;
import org.stoa.catalogue.ProductView;

/**
 * A product. In lists {@code description}, {@code attributes} and {@code categories} are left out, and {@code images} has
 * the first one only.
 *
 * @param byline who made it, or null
 * @param status {@code active} or {@code retired}
 * @param categories slugs, from the top of the tree down
 * @param rating what its reviews give it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProductJson(
        @Schema(examples = "42") long id,
        @Schema(examples = "moby-dick") String slug,
        @Schema(examples = "Moby-Dick") String title,
        @Schema(examples = "Herman Melville") String byline,
        @Schema(examples = "BOOK-0042") String sku,
        MoneyJson price,
        @Schema(examples = "7") int stock,
        @Schema(examples = "active") String status,
        @Schema(examples = "0") long version,
        String description,
        Map<String, Object> attributes,
        List<ImageJson> images,
        List<String> categories,
        RatingJson rating) {

    static ProductJson of(ProductCard card) {
        return new ProductJson(
                card.id().value(),
                card.slug(),
                card.title(),
                card.byline().orElse(null),
                card.sku().value(),
                MoneyJson.of(card.price()),
                card.stock(),
                card.status().name().toLowerCase(Locale.ROOT),
                card.version(),
                null,
                null,
                card.image().stream().map(ImageJson::of).toList(),
                null,
                RatingJson.of(card.rating()));
    }

    static ProductJson of(ProductView product) {
        return new ProductJson(
                product.id().value(),
                product.slug(),
                product.title(),
                product.byline().orElse(null),
                product.sku().value(),
                MoneyJson.of(product.price()),
                product.stock(),
                product.status().name().toLowerCase(Locale.ROOT),
                product.version(),
                product.description(),
                product.attributes(),
                product.images().stream().map(ImageJson::of).toList(),
                product.categories().stream().map(CategoryLink::slug).toList(),
                RatingJson.of(product.rating()));
    }
}
