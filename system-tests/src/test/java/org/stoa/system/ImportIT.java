package org.stoa.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stoa.benchmarks.GeneratedBooks;

/** Catalogues come in whole, once, whatever happens on the way. */
@ExtendWith(RunningShop.class)
class ImportIT {
    private static final int ROWS = 10_000;

    private static Shop shop;

    @BeforeAll
    static void open(Shop running) {
        shop = running;
    }

    /** The other tests count on the demo shop. */
    @AfterAll
    static void remove() {
        shop.sql("delete from product where sku like 'GB-%' or sku like 'T-%'");
        shop.sql("delete from category where slug = 'more-books'");
    }

    @Test
    void ten_thousand_rows_come_in_and_the_same_again_changes_nothing() throws SQLException {
        var job = start("/api/v1/imports?mapping=books", GeneratedBooks.csv(1, ROWS));
        var seen = new TreeSet<Long>();
        Shop.await("the import is done", () -> {
            var now = shop.staff().get(job).json();
            seen.add(now.at("/progress/done").asLong());
            return ended(now);
        });
        assertThat(seen).as("progress").hasSizeGreaterThan(2);
        assertResult(job, "created", ROWS);
        assertThat(count("sku ~ '^GB-[0-9]{1,5}$'")).isEqualTo(ROWS);

        var again = start("/api/v1/imports", GeneratedBooks.csv(1, ROWS));
        Shop.await("the second is done", () -> ended(shop.staff().get(again).json()));
        assertResult(again, "unchanged", ROWS);
        assertThat(count("sku like 'GB-%' and version > 0")).isZero();
        var chunks = "select count(*) from import_chunk c join import_file f on f.id = c.file_id where f.job_id = '"
                + again.substring(again.lastIndexOf('/') + 1) + "'";
        Shop.await("the file is gone from the database", () -> number(chunks) == 0);
    }

    @Test
    void an_import_survives_the_clone_that_does_it() throws SQLException {
        int first = 100_001;
        var job = start("/api/v1/imports?mapping=books", GeneratedBooks.csv(first, ROWS));
        Shop.await(
                "the import is under way",
                () -> shop.staff().get(job).json().at("/progress/done").asLong() > 0);
        var id = job.substring(job.lastIndexOf('/') + 1);
        var worker = text("select clone from job where id = '" + id + "'");
        shop.cluster().kill(worker);
        try {
            Shop.await("another clone has done it", () -> {
                var now = shop.staff().get(job);
                return now.status() == 200 && ended(now.json());
            });
        } finally {
            shop.cluster().start(worker);
        }
        assertResult(job, "created", ROWS);
        assertThat(count("sku like 'GB-1_____'")).isEqualTo(ROWS);
        assertThat(number("select count(distinct slug) from product where sku like 'GB-1_____'"))
                .isEqualTo(ROWS);
    }

    @Test
    void good_rows_are_taken_and_bad_ones_are_told() {
        var job = start("/api/v1/imports", """
                sku,title,description,price,stock,category,author,year,language,isbn
                T-1,=1+1,"two
                lines",12.30,5,epic,Somebody,1999,eng,
                T-2,Negative,,-1,5,epic,,,,
                T-1,Again,,1.00,5,epic,,,,
                T-4,Nowhere,,1.00,5,no-such-shelf,,,,
                =5,Short,1
                """);
        Shop.await("it is done", () -> ended(shop.staff().get(job).json()));
        assertResult(job, "created", 1);
        assertResult(job, "refused", 4);

        var refusals = shop.staff().get("/api/v1/imports/" + job.substring(job.lastIndexOf('/') + 1) + "/refusals");
        assertThat(refusals.header("Content-Type")).startsWith("text/csv");
        assertThat(refusals.header("Content-Disposition")).startsWith("attachment");
        assertThat(refusals.body()).contains("2,4,price,", ",'-1\r\n", "3,5,,Row 1 names", "4,6,category,", "5,7,,");
        assertThat(shop.visitor()
                        .get("/api/v1/imports/" + job.substring(job.lastIndexOf('/') + 1) + "/refusals")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_file_that_is_no_catalogue_is_refused_as_a_whole() {
        for (var file : Map.of("", "empty", "a,b\n1,2\n", "columns", "\0\1\2\n", "first row")
                .entrySet()) {
            var job = start("/api/v1/imports", file.getKey());
            Shop.await("it has ended", () -> ended(shop.staff().get(job).json()));
            var end = shop.staff().get(job).json();
            assertThat(end.get("state").asText()).isEqualTo("dead");
            assertThat(end.get("error").asText()).contains(file.getValue());
        }
    }

    @Test
    void only_staff_import_and_only_csv_by_a_known_mapping() {
        var path = "/api/v1/imports";
        assertThat(shop.visitor().csv(path, "a").status()).isEqualTo(401);
        assertThat(shop.staff().csv(path + "?mapping=nothing", "a").status()).isEqualTo(422);
        assertThat(shop.staff().json("POST", path, "{}").status()).isEqualTo(415);
        assertThat(shop.staff().get(path).json().get("items")).isNotNull();
    }

    @Test
    void a_page_takes_the_file_too() {
        var body = """
                --xyz\r
                Content-Disposition: form-data; name="mapping"\r
                \r
                books\r
                --xyz\r
                Content-Disposition: form-data; name="file"; filename="b.csv"\r
                Content-Type: text/csv\r
                \r
                """ + GeneratedBooks.csv(200_001, 20) + "\r\n--xyz--\r\n";
        var posted = shop.staff().body("/staff/imports", "multipart/form-data; boundary=xyz", body);
        assertThat(posted.status()).as("%s", posted).isEqualTo(303);
        var job = "/api/v1" + posted.header("Location").replaceFirst("^https?://[^/]+", "");
        Shop.await("it is done", () -> ended(shop.staff().get(job).json()));
        assertResult(job, "created", 20);
        var page = shop.staff().get("/staff/imports");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select(".import h3").eachText()).contains("b.csv");
        assertThat(shop.visitor().get("/staff/imports").status()).isNotEqualTo(200);
    }

    /** The path of the job. */
    private static String start(String path, String csv) {
        var accepted = shop.staff().csv(path, csv);
        assertThat(accepted.status()).as("%s", accepted).isEqualTo(202);
        assertThat(accepted.has("Retry-After")).isTrue();
        return accepted.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    private static boolean ended(JsonNode job) {
        return job.has("finishedAt");
    }

    private static void assertResult(String job, String what, long rows) {
        var end = shop.staff().get(job).json();
        assertThat(end.get("state").asText()).as("%s", end).isEqualTo("done");
        assertThat(end.at("/result/" + what).asLong()).as("%s", end).isEqualTo(rows);
    }

    private static long count(String where) throws SQLException {
        return number("select count(*) from product where " + where);
    }

    private static long number(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    private static String text(String sql) throws SQLException {
        try (var connection = shop.cluster().connect("primary");
                var found = connection.createStatement().executeQuery(sql)) {
            found.next();
            return found.getString(1);
        }
    }
}
