package org.stoa.web.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stoa.search.Suggestion;

/**
 * What somebody who is still typing may mean.
 *
 * @param text a title or an author's name, as it stands: not to be read as HTML
 * @param kind {@code title} or {@code author}
 * @param url the page of the product, or of the author's products
 */
public record SuggestionJson(
        @Schema(examples = "Moby-Dick") String text,
        @Schema(examples = "title") String kind,
        @Schema(examples = "/products/moby-dick") String url) {
    static SuggestionJson of(Suggestion suggestion) {
        var url =
                switch (suggestion.kind()) {
                    case TITLE -> "/products/" + suggestion.slug();
                    case AUTHOR -> "/search?author=" + URLEncoder.encode(suggestion.text(), StandardCharsets.UTF_8);
                };
        return new SuggestionJson(suggestion.text(), suggestion.kind().name().toLowerCase(Locale.ROOT), url);
    }
}
