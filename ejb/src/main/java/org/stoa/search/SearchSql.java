package org.stoa.search;

import java.util.stream.Collectors;

/**
 * The statement behind a page of found products. It gives rows of (kind, value, label, amount, depth): first the products of
 * the page, as kind {@code item} with SKU, key of the order, and id; then the values of each facet; then, as kind
 * {@code total}, how many products fit and, as kind {@code matched}, how many would without filters.
 *
 * <p>All products that the words match are gathered once, each with one flag a facet, so that the counts of a facet leave
 * out its own flag only.
 */
final class SearchSql {
    /** How products are chosen by their words. */
    enum Match {
        /** All of them. */
        ALL,
        /** By full text. */
        WORDS,
        /** By full text, of the words as typed or as corrected. */
        CORRECTED,
        /** By the likeness of title and author to the whole text. */
        ALIKE
    }

    /** Weights of D, C, B and A: description, other attributes, author, title. */
    private static final String RANK = "ts_rank_cd(cast('{0.05, 0.2, 0.6, 1}' as real[]), p.search_vector, %s)";

    /** Before everything else: a title that is just the text; then what begins with it; then what has the words as typed. */
    private static final String BOOSTED = """
            case when p.sort_title = a.name or starts_with(p.search_name, a.name || ' | ') then 20
                 when starts_with(p.search_name, a.name || ' ') then 2
                 else 0 end""";

    private SearchSql() {}

    static String page(Match match, SearchFilters filters, SearchSort sort, boolean following) {
        return """
                with recursive below as (
                    select id as top, id from category
                    union all
                    select b.top, c.id from category c join below b on c.parent_id = b.id),
                tree as (
                    select id, slug, name, array[position, id] as way, 0 as depth from category where parent_id is null
                    union all
                    select c.id, c.slug, c.name, t.way || array[c.position, c.id], t.depth + 1
                      from category c join tree t on c.parent_id = t.id),
                %s,
                fit as materialized (
                    select * from hit where in_category and in_author and in_language and in_price and in_rating and in_stock),
                item as (
                    select *, row_number() over (order by %s) as at
                      from (select * from fit %s order by %s limit :limit) first)
                select 'item' as kind, sku as value, cast(%s as text) as label, id as amount, cast(at as integer) as depth
                  from item
                union all (
                    select 'category', t.slug, t.name, cast(coalesce(sum(h.amount), 0) as bigint), t.depth
                      from tree t
                      join below b on b.top = t.id
                      left join (select category_id, count(*) as amount from hit
                                  where in_author and in_language and in_price and in_rating and in_stock group by category_id) h
                        on h.category_id = b.id
                     group by t.way, t.slug, t.name, t.depth
                    having sum(h.amount) > 0 or %s
                     order by t.way)
                union all (
                    select 'author', author, author, count(*), 0 from hit
                     where in_category and in_language and in_price and in_rating and in_stock and author is not null
                     group by author order by %s count(*) desc, author limit :most)
                union all (
                    select 'language', language, language, count(*), 0 from hit
                     where in_category and in_author and in_price and in_rating and in_stock and language is not null
                     group by language order by %s count(*) desc, language limit :most)
                union all
                select 'price', %s, null, count(*), 0 from hit
                 where in_category and in_author and in_language and in_rating and in_stock
                 group by 2
                union all
                select 'rating', cast(step as text), null, count(*), 0
                  from hit join unnest(array[%s]) step on hit.average >= step
                 where in_category and in_author and in_language and in_price and in_stock
                 group by step
                union all
                select 'inStock', 'true', null, count(*), 0 from hit
                 where in_category and in_author and in_language and in_price and in_rating and stock > 0
                union all
                select 'total', null, null, count(*), 0 from fit
                union all
                select 'matched', null, null, count(*), 0 from hit
                """.formatted(
                        hit(match, filters),
                        order(sort),
                        following ? "where " + following(sort) : "",
                        order(sort),
                        key(sort),
                        filters.of(Facet.CATEGORY).isEmpty() ? "false" : "t.slug in (:category)",
                        chosenFirst(filters, Facet.AUTHOR),
                        chosenFirst(filters, Facet.LANGUAGE),
                        prices(),
                        steps());
    }

    private static String hit(Match match, SearchFilters filters) {
        var asked =
                switch (match) {
                    case ALL -> "asked as (select 1)";
                    case WORDS -> """
                            asked as (select websearch_to_tsquery('stoa', search_plain(:query)) as words,
                                             search_words(:query) as name)""";
                    case CORRECTED -> """
                            asked as (select websearch_to_tsquery('stoa', search_plain(:query)) as words,
                                             plainto_tsquery('stoa', :corrected) as meant,
                                             cast(:corrected as text) as name)""";
                    case ALIKE -> "asked as (select * from search_alike(search_words(:query), :likeness, :mostAlike))";
                };
        var rank =
                switch (match) {
                    case ALL -> "0";
                    case WORDS -> RANK.formatted("a.words") + " + " + BOOSTED;
                    case CORRECTED ->
                        "case when p.search_vector @@ a.words then 100 else 0 end + "
                                + RANK.formatted("a.words || a.meant") + " + " + BOOSTED;
                    case ALIKE -> "a.alike";
                };
        var matches =
                switch (match) {
                    case ALL -> "true";
                    case WORDS -> "p.search_vector @@ a.words";
                    case CORRECTED -> "p.search_vector @@ (a.words || a.meant)";
                    case ALIKE -> "p.id = a.product_id";
                };
        return """
                %s,
                hit as materialized (
                    select * from (
                    select p.id, p.sku, p.sort_title, p.price, p.stock, p.category_id, p.author, p.language, r.average,
                           round(cast(%s as numeric), 6) as rank,
                           %s as in_category, %s as in_author, %s as in_language, %s as in_price,
                           %s as in_rating, %s as in_stock
                      from product p left join product_rating r on r.product_id = p.id, asked a
                     where p.status = 'ACTIVE' and %s) matching
                     %s
                     limit :mostMatches)""".formatted(
                        asked,
                        rank,
                        flag(filters, Facet.CATEGORY, """
                                p.category_id in (select b.id from below b join category c on c.id = b.top
                                                   where c.slug in (:category))"""),
                        flag(filters, Facet.AUTHOR, "coalesce(p.author in (:author), false)"),
                        flag(filters, Facet.LANGUAGE, "coalesce(p.language in (:language), false)"),
                        flag(filters, Facet.PRICE, prices().replace("price", "p.price") + " in (:price)"),
                        flag(filters, Facet.RATING, "coalesce(r.average >= :rating, false)"),
                        flag(filters, Facet.STOCK, "p.stock > 0"),
                        matches,
                        // What fits is never cut off for what is only counted.
                        filters.isEmpty()
                                ? ""
                                : "order by in_category and in_author and in_language and in_price and in_rating and in_stock desc");
    }

    private static String flag(SearchFilters filters, Facet facet, String condition) {
        return filters.of(facet).isEmpty() ? "true" : condition;
    }

    private static String chosenFirst(SearchFilters filters, Facet facet) {
        return filters.of(facet).isEmpty() ? "" : "%1$s in (:%1$s) desc,".formatted(facet.key());
    }

    /** The key of the range that a price is in. The ranges are constants of the program, so they may stand in the text. */
    private static String prices() {
        return PriceRange.ALL.stream()
                .map(range -> range.below()
                        .map(below -> "when price < %d then '%s'".formatted(below, range.key()))
                        .orElse("else '%s'".formatted(range.key())))
                .collect(Collectors.joining(" ", "case ", " end"));
    }

    private static String steps() {
        return RatingStep.ALL.stream().map(RatingStep::key).collect(Collectors.joining(", "));
    }

    private static String order(SearchSort sort) {
        return switch (sort) {
            case RELEVANCE -> "rank desc, id desc";
            case TITLE -> "sort_title, id";
            case PRICE_UP -> "price, id";
            case PRICE_DOWN -> "price desc, id desc";
            case NEWEST -> "id desc";
        };
    }

    private static String following(SearchSort sort) {
        return switch (sort) {
            case RELEVANCE -> "(rank, id) < (:key, :id)";
            case TITLE -> "(sort_title, id) > (:key, :id)";
            case PRICE_UP -> "(price, id) > (:key, :id)";
            case PRICE_DOWN -> "(price, id) < (:key, :id)";
            case NEWEST -> "id < :id and id < :key";
        };
    }

    private static String key(SearchSort sort) {
        return switch (sort) {
            case RELEVANCE -> "rank";
            case TITLE -> "sort_title";
            case PRICE_UP, PRICE_DOWN -> "price";
            case NEWEST -> "id";
        };
    }
}
