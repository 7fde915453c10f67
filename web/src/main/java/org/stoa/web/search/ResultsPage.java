package org.stoa.web.search;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;
import org.stoa.catalogue.ProductCard;
import org.stoa.search.Facet;
import org.stoa.search.Search;
import org.stoa.search.SearchPage;
import org.stoa.search.SearchQuery;
import org.stoa.search.SearchSort;

/** One page of what was found, and how to find less, more or something else. */
@Named
@RequestScoped
public class ResultsPage {
    private static final int PER_PAGE = 24;

    @Inject
    private Search search;

    private SearchAddress address;
    private SearchPage page;

    /** Reads what the page shows; throws a Refusal (malformed): words too long, a filter, sort or cursor that is none. */
    public void load() {
        var text = Optional.ofNullable(Faces.getRequestParameter("q")).orElse("");
        var sort = Optional.ofNullable(Faces.getRequestParameter("sort"))
                .filter(key -> !key.isEmpty())
                .map(SearchSort::fromKey)
                .orElse(SearchSort.RELEVANCE);
        var query = new SearchQuery(
                text,
                SearchAddress.filters(this::values),
                sort,
                Optional.ofNullable(Faces.getRequestParameter("cursor")),
                PER_PAGE);
        address = new SearchAddress(query.text(), query.filters(), query.sort());
        page = search.find(query);
    }

    private Collection<String> values(String name) {
        var values = Faces.getRequestParameterValues(name);
        return values == null ? List.of() : Arrays.asList(values);
    }

    /** The words, perhaps none. */
    public String getText() {
        return address.text();
    }

    /** The products of this page, perhaps none. */
    public List<ProductCard> getProducts() {
        return page.items();
    }

    /** How many products there are on all pages. */
    public long getTotal() {
        return page.total();
    }

    /** Whether there may be more than are counted. */
    public boolean isAtLeast() {
        return page.atLeast();
    }

    /** The facets that have something to choose or to take back. */
    public List<Facet> getFacets() {
        return Stream.of(Facet.values())
                .filter(facet -> !page.facets().get(facet).isEmpty())
                .toList();
    }

    /** What there is to choose of a facet. */
    public List<Choice> choices(Facet facet) {
        return page.facets().get(facet).stream()
                .map(value -> new Choice(
                        facet,
                        ChoiceLabel.of(facet, value),
                        value.count(),
                        value.depth(),
                        value.chosen(),
                        address.toggled(facet, value.value()).toString()))
                .toList();
    }

    /** All that is chosen, to be taken back one by one. */
    public List<Choice> getChips() {
        return Stream.of(Facet.values())
                .flatMap(facet -> choices(facet).stream())
                .filter(Choice::chosen)
                .toList();
    }

    /** The address with nothing chosen. */
    public String getUnfilteredLink() {
        return address.unfiltered().toString();
    }

    /** What was probably meant, or null. */
    public String getMeant() {
        return page.didYouMean().orElse(null);
    }

    /** The address that says what was probably meant. */
    public String getMeantLink() {
        return address.saying(page.didYouMean().orElseThrow()).toString();
    }

    /** The orders to choose from; by relevance only where there are words. */
    public List<SearchSort> getSorts() {
        return Stream.of(SearchSort.values())
                .filter(sort -> sort != SearchSort.RELEVANCE || !getText().isEmpty())
                .toList();
    }

    /** The order chosen. */
    public SearchSort getSort() {
        return address.sort();
    }

    /** The address of the first page in an order. */
    public String link(SearchSort sort) {
        return address.sorted(sort).toString();
    }

    /** Whether this is the first page. */
    public boolean isFirst() {
        return Faces.getRequestParameter("cursor") == null;
    }

    /** Whether there are more products than on this page and those before. */
    public boolean isMore() {
        return page.next().isPresent();
    }

    /** The address of the first page. */
    public String getFirstLink() {
        return address.toString();
    }

    /** The address of the next page; only if there are more products. */
    public String getNextLink() {
        return address.at(page.next().orElseThrow());
    }
}
