package org.stoa.cluster.sql;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A small psql: statements in, tables out. */
public final class SqlConsole {
    private static final Set<Integer> NUMBERS =
            Set.of(Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC, Types.DECIMAL, Types.REAL, Types.DOUBLE);

    /** As many rows are shown at most; more would fill the memory, and nobody reads them. */
    private static final int ROW_LIMIT = 10_000;

    private static final String TABLES = """
            select n.nspname as schema, c.relname as name,
                   case c.relkind when 'r' then 'table' when 'p' then 'partitioned table' when 'v' then 'view'
                                  when 'm' then 'materialized view' when 'S' then 'sequence' end as type,
                   pg_size_pretty(pg_total_relation_size(c.oid)) as size
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p', 'v', 'm', 'S') and n.nspname not in ('pg_catalog', 'information_schema')
               and n.nspname not like 'pg_toast%'
             order by 1, 2""";

    private static final String COLUMNS = """
            select a.attname as column, format_type(a.atttypid, a.atttypmod) as type,
                   case when a.attnotnull then 'not null' else '' end as nullable,
                   pg_get_expr(d.adbin, d.adrelid) as default
              from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
             where a.attrelid = '%s'::regclass and a.attnum > 0 and not a.attisdropped
             order by a.attnum""";

    private static final String HELP = """
            A statement ends with a semicolon.
            \\d       tables, views and sequences
            \\d NAME  the columns of a table
            \\?       this help
            \\q       leaves""";

    private final Connection connection;
    private final PrintStream out;

    /**
     * A console on a connection.
     *
     * @param connection in autocommit mode; stays open
     * @param out takes tables, counts and errors
     */
    public SqlConsole(Connection connection, PrintStream out) {
        this.connection = connection;
        this.out = out;
    }

    /**
     * Reads and runs statements until the input ends or {@code \q}.
     *
     * @param input the statements
     * @param prompt shown before each line; empty for none
     */
    public void run(BufferedReader input, String prompt) {
        var script = new SqlScript();
        ask(script, prompt);
        try {
            for (var line = input.readLine(); line != null; line = input.readLine()) {
                if (script.unfinished().isEmpty() && line.strip().startsWith("\\")) {
                    if (!command(line.strip())) {
                        return;
                    }
                } else {
                    script.add(line).forEach(this::execute);
                }
                ask(script, prompt);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // The last statement of a piped text may lack its semicolon.
        if (!script.unfinished().isEmpty()) {
            execute(script.unfinished());
        }
    }

    private void ask(SqlScript script, String prompt) {
        if (!prompt.isEmpty()) {
            out.print(prompt + (script.unfinished().isEmpty() ? "=> " : "-> "));
            out.flush();
        }
    }

    private boolean command(String line) {
        var words = line.split("\\s+", 2);
        switch (words[0]) {
            case "\\q" -> {
                return false;
            }
            case "\\d", "\\dt" -> execute(words.length == 1 ? TABLES : COLUMNS.formatted(name(words[1])));
            case "\\?" -> out.println(HELP);
            default -> out.println("no such command: " + words[0] + ", \\? shows the commands");
        }
        return true;
    }

    private static String name(String typed) {
        return typed.replace(";", "").strip().replace("'", "''");
    }

    /**
     * Runs statements one by one and ends at the first error.
     *
     * @param sql statements, the last with or without a semicolon, or one command such as {@code \d}
     * @return whether there was no error
     */
    public boolean runAll(String sql) {
        if (sql.strip().startsWith("\\")) {
            return command(sql.strip());
        }
        var script = new SqlScript();
        for (var statement : script.add(sql)) {
            if (!execute(statement)) {
                return false;
            }
        }
        return script.unfinished().isEmpty() || execute(script.unfinished());
    }

    private boolean execute(String sql) {
        try (var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.setMaxRows(ROW_LIMIT);
            var rows = statement.execute(sql);
            show(statement.getWarnings());
            if (rows) {
                show(statement.getResultSet());
            } else {
                show(sql, statement);
            }
            return true;
        } catch (SQLException e) {
            out.println("error " + e.getSQLState() + ": " + e.getMessage().strip());
            return false;
        }
    }

    private void show(SQLWarning first) {
        for (var warning = first; warning != null; warning = warning.getNextWarning()) {
            out.println("notice: " + warning.getMessage());
        }
    }

    private void show(String sql, Statement statement) throws SQLException {
        var count = statement.getUpdateCount();
        var verb = sql.strip().split("\\W", 2)[0].toLowerCase(Locale.ROOT);
        out.println(count > 0 || Set.of("insert", "update", "delete", "merge").contains(verb) ? rows(count) : "done");
    }

    private void show(ResultSet result) throws SQLException {
        var columns = result.getMetaData();
        var titles = new ArrayList<String>();
        var right = new HashSet<Integer>();
        for (var column = 1; column <= columns.getColumnCount(); column++) {
            titles.add(columns.getColumnLabel(column));
            if (NUMBERS.contains(columns.getColumnType(column))) {
                right.add(column - 1);
            }
        }
        var rows = new ArrayList<List<String>>();
        while (result.next()) {
            var row = new ArrayList<String>();
            for (var column = 1; column <= titles.size(); column++) {
                row.add(result.getString(column));
            }
            rows.add(row);
        }
        new TextTable(titles, rows, right).lines().forEach(out::println);
        out.println(rows(rows.size()) + (rows.size() == ROW_LIMIT ? ", there may be more" : ""));
    }

    private static String rows(int count) {
        return count == 1 ? "1 row" : count + " rows";
    }
}
