package org.stoa.web.api;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoa.imports.RowRefusal;

/** What is wrong with the rows of a file, as CSV (RFC 4180). */
final class RefusalsCsv {
    /** By what a spreadsheet knows a formula, which must not run because somebody looks at what was refused. */
    private static final String FORMULA = "=+-@\t\r";

    private RefusalsCsv() {}

    static String of(List<RowRefusal> refusals) {
        var rows = refusals.stream()
                .map(one -> Stream.of(
                        Long.toString(one.row()), Long.toString(one.line()), one.column(), one.reason(), one.value()));
        return Stream.concat(Stream.of(Stream.of("row", "line", "column", "reason", "value")), rows)
                .map(cells -> cells.map(RefusalsCsv::cell).collect(Collectors.joining(",", "", "\r\n")))
                .collect(Collectors.joining());
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        var harmless = formula ? "'" + text : text;
        return harmless.matches("(?s).*[\",\r\n].*") ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
