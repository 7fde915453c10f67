package org.stoa.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** The pictures of a product as {@link ProductQueries} reads them: a list of lists of name, text, width and height. */
final class ImagesJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ImagesJson() {}

    static List<ProductImage> images(String json) {
        try {
            var images = new ArrayList<ProductImage>();
            for (var image : MAPPER.readTree(json)) {
                images.add(image(image));
            }
            return List.copyOf(images);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Pictures that are no JSON", e);
        }
    }

    private static ProductImage image(JsonNode image) {
        return new ProductImage(
                image.get(0).textValue(),
                image.get(1).textValue(),
                image.get(2).intValue(),
                image.get(3).intValue());
    }
}
