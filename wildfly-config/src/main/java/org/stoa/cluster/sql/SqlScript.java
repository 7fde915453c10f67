package org.stoa.cluster.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * SQL that comes in line by line, cut into statements at each semicolon that stands outside of quotes, dollar quotes,
 * comments and the body of a function ({@code begin atomic}).
 */
public final class SqlScript {
    private static final Pattern DOLLAR = Pattern.compile("\\$(?:[\\p{L}_][\\p{L}\\p{N}_]*)?\\$");
    private static final Pattern BODY = Pattern.compile("(?i)\\bbegin\\s+atomic\\b");
    private static final Pattern NESTING = Pattern.compile("(?i)\\b(?:begin|case|end)\\b");

    private String rest = "";

    /**
     * Takes a line.
     *
     * @param line without its line break
     * @return the statements that are complete now, without their semicolons and never blank
     */
    public List<String> add(String line) {
        rest += line + "\n";
        var statements = new ArrayList<String>();
        var begin = 0;
        var plain = new StringBuilder();
        for (var at = 0; at < rest.length(); ) {
            var end = tokenEnd(at);
            if (end < 0) {
                break;
            }
            if (rest.charAt(at) == ';' && !insideBody(plain)) {
                keep(rest.substring(begin, at), plain, statements);
                begin = end;
                plain.setLength(0);
            } else if (end == at + 1) {
                plain.append(rest.charAt(at));
            } else {
                plain.append(isComment(at) ? " " : "x");
            }
            at = end;
        }
        rest = rest.substring(begin);
        return statements;
    }

    /**
     * What has been begun and not ended.
     *
     * @return empty if there is no unfinished statement
     */
    public String unfinished() {
        return withoutComments(rest).isBlank() ? "" : rest.strip();
    }

    /** Forgets an unfinished statement. */
    public void clear() {
        rest = "";
    }

    private static void keep(String statement, StringBuilder plain, List<String> statements) {
        if (!plain.toString().isBlank()) {
            statements.add(statement.strip());
        }
    }

    private static boolean insideBody(CharSequence plain) {
        var body = BODY.matcher(plain);
        if (!body.find()) {
            return false;
        }
        var words = NESTING.matcher(plain).region(body.start(), plain.length());
        var depth = 0;
        while (words.find()) {
            depth += "end".equalsIgnoreCase(words.group()) ? -1 : 1;
        }
        return depth > 0;
    }

    private static String withoutComments(String text) {
        var script = new SqlScript();
        script.rest = text;
        var plain = new StringBuilder();
        for (var at = 0; at < text.length(); ) {
            var end = script.tokenEnd(at);
            if (!script.isComment(at)) {
                plain.append(text, at, end < 0 ? text.length() : end);
            } else if (end < 0) {
                plain.append("unfinished comment");
            }
            at = end < 0 ? text.length() : end;
        }
        return plain.toString();
    }

    /** Where the token that begins at a place ends: a character, or a quoted text or comment; -1 if not in this text. */
    private int tokenEnd(int at) {
        return switch (rest.charAt(at)) {
            case '\'' -> after("'", at + 1, isEscapeString(at));
            case '"' -> after("\"", at + 1, false);
            case '-' -> rest.startsWith("--", at) ? after("\n", at + 2, false) : at + 1;
            case '/' -> rest.startsWith("/*", at) ? afterComment(at) : at + 1;
            case '$' -> afterDollarQuote(at);
            default -> at + 1;
        };
    }

    private boolean isComment(int at) {
        return rest.startsWith("--", at) || rest.startsWith("/*", at);
    }

    private boolean isEscapeString(int at) {
        return at > 0
                && Character.toLowerCase(rest.charAt(at - 1)) == 'e'
                && (at < 2 || !Character.isJavaIdentifierPart(rest.charAt(at - 2)));
    }

    private int after(String quote, int from, boolean backslashes) {
        for (var at = from; at < rest.length(); at++) {
            if (backslashes && rest.charAt(at) == '\\') {
                at++;
            } else if (rest.startsWith(quote, at)) {
                return at + quote.length();
            }
        }
        return -1;
    }

    private int afterComment(int from) {
        // Unlike in most languages, comments nest.
        var depth = 0;
        for (var at = from; at < rest.length() - 1; at++) {
            if (rest.startsWith("/*", at)) {
                depth++;
                at++;
            } else if (rest.startsWith("*/", at)) {
                depth--;
                at++;
                if (depth == 0) {
                    return at + 1;
                }
            }
        }
        return -1;
    }

    private int afterDollarQuote(int at) {
        var matcher = DOLLAR.matcher(rest).region(at, rest.length());
        var inName = at > 0 && Character.isJavaIdentifierPart(rest.charAt(at - 1));
        return matcher.lookingAt() && !inName ? after(matcher.group(), matcher.end(), false) : at + 1;
    }
}
