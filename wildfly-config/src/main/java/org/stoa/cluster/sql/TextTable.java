package org.stoa.cluster.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A table as lines of text, its columns as wide as their widest value.
 *
 * @param titles of the columns
 * @param rows each with as many values as there are titles; null is shown as an empty value
 * @param right the columns, from 0, that are aligned to the right, as numbers are
 */
public record TextTable(List<String> titles, List<List<String>> rows, Set<Integer> right) {

    /**
     * A table without numbers.
     *
     * @param titles of the columns
     * @param rows the values
     */
    public TextTable(List<String> titles, List<List<String>> rows) {
        this(titles, rows, Set.of());
    }

    /**
     * The table: titles, a line, rows.
     *
     * @return at least two lines, without trailing blanks
     */
    public List<String> lines() {
        var widths = widths();
        var lines = new ArrayList<String>();
        lines.add(line(titles, widths));
        lines.add(String.join("-+-", widths.stream().map("-"::repeat).toList()));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private List<Integer> widths() {
        var widths = new ArrayList<Integer>();
        for (var column = 0; column < titles.size(); column++) {
            var at = column;
            var widest =
                    rows.stream().mapToInt(row -> length(shown(row.get(at)))).max();
            widths.add(Math.max(length(titles.get(column)), widest.orElse(0)));
        }
        return widths;
    }

    private String line(List<String> values, List<Integer> widths) {
        var cells = new ArrayList<String>();
        for (var column = 0; column < values.size(); column++) {
            var value = shown(values.get(column));
            var blanks = " ".repeat(widths.get(column) - length(value));
            cells.add(right.contains(column) ? blanks + value : value + blanks);
        }
        return String.join(" | ", cells).stripTrailing();
    }

    /** A value on one line: a line break would tear the table. */
    private static String shown(String value) {
        return value == null
                ? ""
                : value.replace("\r", "\\r").replace("\n", "\\n").replace("\t", "    ");
    }

    private static int length(String value) {
        return value.codePointCount(0, value.length());
    }
}
