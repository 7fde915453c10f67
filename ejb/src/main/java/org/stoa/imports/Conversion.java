package org.stoa.imports;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What may be done to a cell before it becomes part of a product. An empty cell is no value. */
public enum Conversion {
    /** One line of text: blanks and line breaks become single blanks; at most 2,000 characters. */
    TEXT {
        @Override
        Optional<Object> convert(String cell) throws BadValue {
            var line = BLANKS.matcher(cell).replaceAll(" ").strip();
            require(line.length() <= LONGEST_LINE, "Longer than 2,000 characters.");
            return Optional.of(line);
        }
    },
    /** Text of several lines; at most 20,000 characters. */
    LINES {
        @Override
        Optional<Object> convert(String cell) throws BadValue {
            require(cell.length() <= LONGEST_TEXT, "Longer than 20,000 characters.");
            return Optional.of(cell);
        }
    },
    /** Euros: 0 to 999999.99, at most two decimals. */
    PRICE {
        @Override
        Optional<Object> convert(String cell) throws BadValue {
            require(DECIMAL.matcher(cell).matches(), "Not a price: 0 to 999999.99, at most two decimals, as in 12.30.");
            return Optional.of(new BigDecimal(cell).setScale(2));
        }
    },
    /** Pieces: 0 to 1,000,000. */
    STOCK {
        @Override
        Optional<Object> convert(String cell) throws BadValue {
            require(PIECES.matcher(cell).matches(), "Not a number of pieces: 0 to 1000000.");
            int pieces = Integer.parseInt(cell);
            require(pieces <= MOST_PIECES, "Not a number of pieces: 0 to 1000000.");
            return Optional.of(pieces);
        }
    },
    /** A year, -5000 to 3000, negative before Christ; {@code .0} at its end, as spreadsheets leave it, is taken off. */
    YEAR {
        @Override
        Optional<Object> convert(String cell) throws BadValue {
            var number = WHOLE.matcher(cell);
            require(number.matches(), "Not a year: -5000 to 3000.");
            int year = Integer.parseInt(number.group(1));
            require(year >= FIRST_YEAR && year <= LAST_YEAR, "Not a year: -5000 to 3000.");
            return Optional.of(year);
        }
    },
    /** A language, by a code of ISO 639 or a tag such as {@code en-US}. */
    LANGUAGE {
        @Override
        Optional<Object> convert(String cell) throws BadValue {
            var code = Language.of(cell);
            require(code.isPresent(), "Not the code of a language, such as en.");
            return Optional.of(code.get());
        }
    },
    /** An ISBN of 10 or 13 digits. */
    ISBN {
        @Override
        Optional<Object> convert(String cell) throws BadValue {
            var isbn = Isbn.of(cell);
            require(isbn.isPresent(), "Not an ISBN: its check digit is wrong.");
            return Optional.of(isbn.get());
        }
    },
    /** The same, but one that is wrong is left out. */
    ISBN_IF_VALID {
        @Override
        Optional<Object> convert(String cell) {
            return Isbn.of(cell).map(Object.class::cast);
        }
    };

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,2})?");
    private static final Pattern PIECES = Pattern.compile("[0-9]{1,7}");
    private static final Pattern WHOLE = Pattern.compile("(-?[0-9]{1,4})(\\.0{1,3})?");
    private static final int LONGEST_LINE = 2_000;
    private static final int LONGEST_TEXT = 20_000;
    private static final int MOST_PIECES = 1_000_000;
    private static final int FIRST_YEAR = -5_000;
    private static final int LAST_YEAR = 3_000;

    /** The one that mappings call so: {@code isbn-if-valid}. */
    static Conversion named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /**
     * What the cell stands for.
     *
     * @throws BadValue it stands for nothing
     */
    public Optional<Object> of(String cell) throws BadValue {
        var stripped = cell.strip();
        return stripped.isEmpty() ? Optional.empty() : convert(stripped);
    }

    abstract Optional<Object> convert(String cell) throws BadValue;

    static void require(boolean rule, String reason) throws BadValue {
        if (!rule) {
            throw new BadValue(reason);
        }
    }
}
