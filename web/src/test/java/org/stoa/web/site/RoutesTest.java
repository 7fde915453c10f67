package org.stoa.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoa.web.site.Answer.Caching;

class RoutesTest {
    private static final Answer NOT_FOUND = new Answer.NotFound();
    private static final Answer THROUGH = new Answer.Through();

    @Test
    void the_front_is_a_page_that_may_be_kept_and_asked_for_again() {
        assertThat(get("/")).isEqualTo(new Answer.View("/WEB-INF/catalogue/home.xhtml", Caching.REVALIDATED, Map.of()));
    }

    @Test
    void a_category_and_a_product_are_named_by_their_slugs() {
        assertThat(get("/categories/fairy-tales"))
                .isEqualTo(new Answer.View(
                        "/WEB-INF/catalogue/category.xhtml", Caching.REVALIDATED, Map.of("slug", "fairy-tales")));
        assertThat(get("/products/1984"))
                .isEqualTo(new Answer.View(
                        "/WEB-INF/catalogue/product.xhtml", Caching.REVALIDATED, Map.of("slug", "1984")));
    }

    @Test
    void reviews_are_the_same_for_everybody_and_the_form_for_one_is_personal() {
        assertThat(get("/products/emma/reviews"))
                .isEqualTo(
                        new Answer.View("/WEB-INF/review/reviews.xhtml", Caching.REVALIDATED, Map.of("slug", "emma")));
        var write = new Answer.View("/WEB-INF/review/write.xhtml", Caching.NEVER, Map.of("slug", "emma"));
        assertThat(get("/products/emma/review")).isEqualTo(new Answer.PageOrForm(write));
        assertThat(get("/products/emma/others")).isEqualTo(NOT_FOUND);
        assertThat(get("/products/" + "e".repeat(121) + "/reviews")).isEqualTo(NOT_FOUND);
    }

    @Test
    void a_search_is_a_page_that_is_the_same_for_everybody() {
        assertThat(get("/search"))
                .isEqualTo(new Answer.View("/WEB-INF/search/search.xhtml", Caching.REVALIDATED, Map.of()));
        assertThat(get("/search/")).isEqualTo(NOT_FOUND);
    }

    @Test
    void the_cart_is_never_kept() {
        assertThat(get("/cart")).isEqualTo(new Answer.View("/WEB-INF/cart/cart.xhtml", Caching.NEVER, Map.of()));
    }

    @Test
    void a_job_is_never_kept() {
        var job = "019a9c3e-5b0f-7a31-9d0e-2f4a51c07b11";
        var page = new Answer.View("/WEB-INF/job/job.xhtml", Caching.NEVER, Map.of("job", job));
        assertThat(get("/jobs/" + job)).isEqualTo(new Answer.PageOrForm(page));
        assertThat(get("/jobs")).isEqualTo(new Answer.View("/WEB-INF/job/own.xhtml", Caching.NEVER, Map.of()));
        assertThat(request("POST", "/jobs")).isEqualTo(new Answer.NotAllowed("GET, HEAD"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/jobs/",
                "/jobs/42",
                "/products/",
                "/products",
                "/products/Emma",
                "/products/-emma",
                "/products/emma-",
                "/products/em--ma",
                "/products/em_ma",
                "/products/émma",
                "/products/emma/",
                "/products/emma/reviews/",
                "/products/emma\n",
                "/cart/",
                "/index.xhtml",
                "/catalogue/home.xhtml",
                "/api/x.xhtml",
                "/api/v1/x.xhtml",
                "/assets/x.xhtml",
                "/media/x.xhtml",
                "/webjars/x.xhtml",
                "/webjars/swagger-ui/5.0.0/index.html",
                "/webjars/swagger-ui/5.0.0/oauth2-redirect.html",
                "/webjars/swagger-ui/5.0.0/",
                "/api/",
                "/api/v2/products",
                "/WEB-INF/web.xml",
                "/error",
                "/assets",
                "/nowhere"
            })
    void other_addresses_do_not_exist(String path) {
        assertThat(get(path)).isEqualTo(NOT_FOUND);
    }

    @Test
    void a_slug_has_at_most_120_characters() {
        assertThat(get("/products/" + "a".repeat(120))).isInstanceOf(Answer.View.class);
        assertThat(get("/products/" + "a".repeat(121))).isEqualTo(NOT_FOUND);
    }

    @Test
    void a_page_has_one_address_only() {
        assertThat(Routes.answer("GET", "/products/%65mma", "/products/emma")).isEqualTo(NOT_FOUND);
        assertThat(Routes.answer("GET", "/products/emma;v=1", "/products/emma")).isEqualTo(NOT_FOUND);
        assertThat(Routes.answer("GET", "//cart", "/cart")).isEqualTo(NOT_FOUND);
    }

    @Test
    void pages_know_get_and_head_only() {
        assertThat(request("HEAD", "/cart")).isInstanceOf(Answer.View.class);
        assertThat(request("POST", "/cart")).isEqualTo(new Answer.NotAllowed("GET, HEAD"));
        assertThat(request("OPTIONS", "/products/emma")).isEqualTo(new Answer.NotAllowed("GET, HEAD"));
    }

    @Test
    void forms_know_post_only() {
        assertThat(request("POST", "/cart/items")).isEqualTo(THROUGH);
        assertThat(request("POST", "/cart/items/BOOK-0042")).isEqualTo(THROUGH);
        assertThat(request("GET", "/cart/items")).isEqualTo(new Answer.NotAllowed("POST"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
    void rest_answers_what_lies_below_it_with_any_method(String method) {
        assertThat(request(method, "/api/v1/products/42")).isEqualTo(THROUGH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/stoa.0123456789.css",
                "/media/x.svg",
                "/api/docs",
                "/favicon.ico",
                "/favicon.svg",
                "/robots.txt"
            })
    void files_know_get_and_head_only(String path) {
        assertThat(get(path)).isEqualTo(THROUGH);
        assertThat(request("HEAD", path)).isEqualTo(THROUGH);
        assertThat(request("POST", path)).isEqualTo(new Answer.NotAllowed("GET, HEAD"));
        assertThat(request("OPTIONS", path)).isEqualTo(new Answer.NotAllowed("GET, HEAD"));
    }

    @Test
    void scripts_and_styles_of_libraries_know_get_and_head_only() {
        assertThat(get("/webjars/swagger-ui/5.0.0/swagger-ui-bundle.js")).isEqualTo(new Answer.LibraryFile());
        assertThat(get("/webjars/swagger-ui/5.0.0/swagger-ui.css")).isEqualTo(new Answer.LibraryFile());
        assertThat(request("DELETE", "/webjars/swagger-ui/5.0.0/swagger-ui.css"))
                .isEqualTo(new Answer.NotAllowed("GET, HEAD"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/|",
                "/categories/fiction|sort,cursor",
                "/products/moby-dick|",
                "/products/moby-dick/reviews|sort,stars,cursor",
                "/api/v1/products|category,sort,cursor,limit",
                "/api/v1/products/42|",
                "/api/v1/products/42/reviews|sort,stars,cursor,limit",
                "/api/v1/categories|",
                "/api/v1/categories/fiction|"
            })
    void what_is_the_same_for_everybody_is_decided_by_these_parameters_alone(String address, String parameters) {
        assertThat(Routes.publicParameters(address))
                .hasValue(parameters == null ? List.of() : List.of(parameters.split(",")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cart",
                "/account",
                "/sign-in",
                "/sign-up",
                "/staff/imports",
                "/staff/reviews",
                "/jobs",
                "/jobs/00000000-0000-0000-0000-000000000000",
                "/products/moby-dick/review",
                "/api/v1/cart",
                "/api/v1/session",
                "/api/v1/members/7",
                "/api/v1/products/42/reviews/mine",
                "/api/v1/products/%34%32",
                "/products/Moby-Dick",
                "/nowhere"
            })
    void what_is_personal_or_is_not_there_is_kept_by_no_cache(String address) {
        assertThat(Routes.publicParameters(address)).isEmpty();
    }

    @Test
    void every_page_that_is_kept_may_be_kept_by_others_and_no_other_page() {
        assertThat(Routes.table()).allSatisfy(route -> {
            if (route.answer() instanceof Answer.View view) {
                assertThat(route.publicParameters().isPresent())
                        .as(view.view())
                        .isEqualTo(view.caching() == Answer.Caching.REVALIDATED);
            }
            if (route.answer() instanceof Answer.PageOrForm) {
                assertThat(route.publicParameters()).isEmpty();
            }
        });
    }

    private static Answer get(String path) {
        return request("GET", path);
    }

    private static Answer request(String method, String path) {
        return Routes.answer(method, path, path);
    }
}
