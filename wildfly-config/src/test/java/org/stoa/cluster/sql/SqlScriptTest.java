package org.stoa.cluster.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlScriptTest {
    private final SqlScript script = new SqlScript();

    @Test
    void a_semicolon_ends_a_statement() {
        assertThat(script.add("select 1; select 2;")).containsExactly("select 1", "select 2");
        assertThat(script.unfinished()).isEmpty();
    }

    @Test
    void a_statement_may_go_over_lines() {
        assertThat(script.add("select")).isEmpty();
        assertThat(script.unfinished()).isEqualTo("select");
        assertThat(script.add("1;")).containsExactly("select\n1");
    }

    @Test
    void a_semicolon_in_quotes_ends_nothing() {
        assertThat(script.add("select 'a;b', \"c;d\", 'it''s;';")).containsExactly("select 'a;b', \"c;d\", 'it''s;'");
    }

    @Test
    void a_backslash_matters_in_escape_strings_only() {
        assertThat(script.add("select E'a\\';b';")).containsExactly("select E'a\\';b'");
        assertThat(script.add("select 'a\\'; select 2;")).containsExactly("select 'a\\'", "select 2");
    }

    @Test
    void a_semicolon_in_dollar_quotes_ends_nothing() {
        assertThat(script.add("do $$ begin; end; $$; select $a$ $$;$$ $a$;"))
                .containsExactly("do $$ begin; end; $$", "select $a$ $$;$$ $a$");
    }

    @Test
    void a_dollar_in_a_name_or_a_parameter_is_no_quote() {
        assertThat(script.add("select a$$b; select $1;")).containsExactly("select a$$b", "select $1");
    }

    @Test
    void a_semicolon_in_a_comment_ends_nothing() {
        assertThat(script.add("select 1 -- one; or two")).isEmpty();
        assertThat(script.add("/* a; /* nested; */ b; */ + 1;"))
                .containsExactly("select 1 -- one; or two\n/* a; /* nested; */ b; */ + 1");
    }

    @Test
    void the_body_of_an_sql_function_is_one_statement() {
        var function = "create function f() returns int begin atomic select case when true then 1 end; select 2; end";

        assertThat(script.add(function + "; select 3;")).containsExactly(function, "select 3");
    }

    @Test
    void begin_and_end_of_a_transaction_are_statements() {
        assertThat(script.add("begin; select 1; end;")).containsExactly("begin", "select 1", "end");
    }

    @Test
    void what_is_empty_is_no_statement() {
        assertThat(script.add(";; -- nothing")).isEmpty();
        assertThat(script.unfinished()).isEmpty();
    }

    @Test
    void an_open_quote_is_unfinished() {
        assertThat(script.add("select 'a;")).isEmpty();
        assertThat(script.unfinished()).isEqualTo("select 'a;");
    }
}
