package org.stoa.workers.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stoa.Refusal;
import org.stoa.imports.BadValue;
import org.stoa.imports.Mappings;
import org.stoa.imports.RowMapping;
import org.stoa.imports.RowRefusal;
import org.stoa.workers.imports.RecordReader.Position;

class RowBatchTest {
    private static final String HEADER = "sku,title,description,price,stock,category,author,year,language,isbn";
    private static final RowMapping MAPPING = new RowMapping(Mappings.named("catalogue"), List.of(HEADER.split(",")));

    @Test
    void quoted_line_breaks_belong_to_the_field_and_lines_are_counted() throws IOException {
        var batch = read("A-1,\"One, \"\"two\"\"\",\"x\r\ny\",1,1,epic,,,,\r\n\r\nA-2,Two,,-1,1,epic,,,,\n");
        assertThat(batch.good()).singleElement().satisfies(row -> {
            assertThat(row.product().title()).isEqualTo("One, \"two\"");
            assertThat(row.product().description()).contains("x\r\ny");
        });
        assertThat(batch.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.row()).isEqualTo(2);
            assertThat(refusal.line()).isEqualTo(4);
            assertThat(refusal.column()).isEqualTo("price");
        });
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_header() throws IOException, BadValue {
        var reader = new RecordReader(new ByteArrayInputStream(bytes("\uFEFFsku,title\n1,2\n")), Position.START);
        assertThat(CsvCells.of(reader.next().orElseThrow())).containsExactly("sku", "title");
        assertThat(reader.position()).isEqualTo(new Position(13, 2));
    }

    @Test
    void a_reader_goes_on_where_another_one_stopped() throws IOException {
        var file = bytes("a,b\r\n\"c\nc\",d\r\n\r\ne,f");
        var expected = records(file, Position.START);
        assertThat(expected).hasSize(3);
        for (int taken = 1; taken < 3; taken++) {
            var reader = new RecordReader(new ByteArrayInputStream(file), Position.START);
            for (int i = 0; i < taken; i++) {
                reader.next();
            }
            assertThat(records(file, reader.position())).isEqualTo(expected.subList(taken, 3));
        }
    }

    @Test
    void a_field_of_ten_megabytes_is_refused_and_the_next_row_is_not() throws IOException {
        var batch = read("A-1," + "x".repeat(10_000_000) + ",,1,1,epic,,,,\nA-2,Two,,1,1,epic,,,,\n");
        assertThat(batch.refusals()).singleElement().satisfies(one -> assertThat(one.reason())
                .contains("1 MiB"));
        assertThat(batch.end().offset()).isGreaterThan(10_000_000);
    }

    @Test
    void a_field_over_64_kib_is_refused() throws IOException {
        var batch = read("A-1,\"" + "x".repeat(65_537) + "\",,1,1,epic,,,,\nA-2,Two,,1,1,epic,,,,\n");
        assertThat(batch.refusals()).hasSize(1);
        assertThat(batch.good()).hasSize(1);
    }

    @Test
    void a_row_in_latin_1_is_refused_and_others_are_not() throws IOException {
        var bad = "A-1,L\u00e4tin,,1,1,epic,,,,\n".getBytes(StandardCharsets.ISO_8859_1);
        var good = bytes("A-2,Two,,1,1,epic,,,,\n");
        var both = Arrays.copyOf(bad, bad.length + good.length);
        System.arraycopy(good, 0, both, bad.length, good.length);
        var batch = read(new ByteArrayInputStream(both));
        assertThat(batch.refusals()).singleElement().satisfies(one -> assertThat(one.reason())
                .contains("UTF-8"));
        assertThat(batch.good()).hasSize(1);
    }

    @Test
    void zero_bytes_are_no_text() {
        var reader = new RecordReader(new ByteArrayInputStream(new byte[] {'a', 0, 'b', '\n'}), Position.START);
        assertThatThrownBy(() -> CsvCells.of(reader.next().orElseThrow())).isInstanceOf(BadValue.class);
    }

    @Test
    void a_quote_that_is_never_closed_ends_the_file_with_a_refusal() throws IOException {
        var batch = read("A-1,One,,1,1,epic,,,,\nA-2,\"Two,,1,1,epic,,,,\nA-3,Three,,1,1,epic,,,,\n");
        assertThat(batch.good()).hasSize(1);
        assertThat(batch.refusals()).singleElement().satisfies(one -> assertThat(one.reason())
                .contains("never closed"));
        assertThat(batch.isLast()).isTrue();
    }

    @Test
    void a_product_that_is_named_twice_is_taken_once_and_the_first_row_is_told() throws IOException {
        var batch = read("A-1,One,,1,1,epic,,,,\nA-1,Two,,1,1,epic,,,,\n");
        assertThat(batch.good())
                .singleElement()
                .satisfies(row -> assertThat(row.product().title()).isEqualTo("One"));
        assertThat(batch.refusals())
                .extracting(RowRefusal::reason)
                .containsExactly("Row 1 names the same product already.");
        assertThat(batch.refused()).isEqualTo(1);
    }

    @Test
    void a_row_that_is_refused_names_no_product() throws IOException {
        var batch = read("A-1,One,,1,1,nowhere,,,,\nA-1,Two,,1,1,epic,,,,\n");
        assertThat(batch.good())
                .singleElement()
                .satisfies(row -> assertThat(row.product().title()).isEqualTo("Two"));
        assertThat(batch.refusals()).extracting(RowRefusal::column).containsExactly("category");
    }

    @Test
    void all_rows_that_name_a_product_of_an_earlier_step_are_told_its_row() throws IOException {
        var rows = new ByteArrayInputStream(bytes("A-1,One,,1,1,epic,,,,\nA-1,Two,,1,1,epic,,,,\n"));
        var batch = RowBatch.read(new RecordReader(rows, Position.START), MAPPING, 500);
        assertThat(batch.named()).hasSize(1);
        batch.refuseRepeated(Map.of("A-1", 7L));
        assertThat(batch.good()).isEmpty();
        assertThat(batch.refusals())
                .extracting(RowRefusal::reason)
                .containsOnly("Row 7 names the same product already.")
                .hasSize(2);
    }

    @Test
    void a_record_over_16_mib_ends_the_import_and_its_line_is_told() {
        var file = "A-1,One,,1,1,epic,,,,\nA-2,\"" + "x\n".repeat(RecordReader.MOST_PASSED / 2);
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID))
                .hasMessageContaining("line 2 ");
    }

    @Test
    void endless_empty_lines_are_passed_over_in_several_steps() throws IOException {
        var file = bytes("\r\n".repeat(RecordReader.MOST_EMPTY) + "A-1,One,,1,1,epic,,,,\n");
        var position = Position.START;
        int steps = 0;
        long rows = 0;
        for (boolean last = false; !last; steps++) {
            var rest = new ByteArrayInputStream(file, (int) position.offset(), file.length);
            var batch = RowBatch.read(new RecordReader(rest, position), MAPPING, rows);
            assertThat(batch.isLast() || batch.end().offset() > position.offset())
                    .isTrue();
            position = batch.end();
            rows += batch.rows();
            last = batch.isLast();
        }
        assertThat(rows).isEqualTo(1);
        assertThat(steps).isGreaterThan(1);
        assertThat(position).isEqualTo(new Position(file.length, RecordReader.MOST_EMPTY + 2L));
    }

    @Test
    void ten_thousand_bad_rows_are_counted_step_by_step() throws IOException {
        var file = bytes("A-1,,,-1,1,epic,,,,\n".repeat(10_000));
        var position = new Position(0, 1);
        long rows = 0;
        long refused = 0;
        boolean last = false;
        while (!last) {
            var rest = new ByteArrayInputStream(file, (int) position.offset(), file.length);
            var batch = RowBatch.read(new RecordReader(rest, position), MAPPING, rows);
            position = batch.end();
            rows += batch.rows();
            refused += batch.refused();
            last = batch.isLast();
            assertThat(batch.rows()).isLessThanOrEqualTo(RowBatch.MOST_ROWS);
        }
        assertThat(rows).isEqualTo(10_000);
        assertThat(refused).isEqualTo(10_000);
    }

    private static List<String> records(byte[] file, Position from) throws IOException {
        var in = new ByteArrayInputStream(file, (int) from.offset(), file.length);
        var reader = new RecordReader(in, from);
        var all = new ArrayList<String>();
        for (var next = reader.next(); next.isPresent(); next = reader.next()) {
            var record = next.get();
            all.add(record.begin().line() + ": " + new String(record.bytes(), StandardCharsets.UTF_8));
        }
        return all;
    }

    private static RowBatch read(String text) throws IOException {
        return read(new ByteArrayInputStream(bytes(text)));
    }

    private static RowBatch read(InputStream rows) throws IOException {
        var batch = RowBatch.read(new RecordReader(rows, Position.START), MAPPING, 0);
        batch.refuseCategories(Set.of("epic"));
        batch.refuseRepeated(Map.of());
        return batch;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
