package org.stoa.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A text broken into lines that fit a given space.
 *
 * @param lines the lines as they are set
 * @param size the size of the letters
 * @param face how they are set
 */
record CoverText(List<String> lines, int size, CoverFace face) {
    private static final int[] SIZES = {76, 68, 61, 55, 49, 44, 39, 35, 31, 28, 25, 22, 20, 18, 16, 14};
    private static final int SMALLEST_DISPLAY_SIZE = 31;
    private static final int SMALLEST_UNBROKEN_SIZE = 22;
    private static final double LEADING = 1.18;
    // Short words look lost at the end of a line.
    private static final Set<String> LEANING = Set.of(
            "a", "an", "and", "at", "by", "de", "dr", "for", "from", "in", "mr", "mrs", "of", "on", "or", "the", "to");

    /** Sets a text as large as it fits, at most as large as wished, and cuts it off only if nothing else helps. */
    static CoverText fit(String text, CoverFace face, double width, double height, int largest) {
        List<String> words = List.of(face.set(text).strip().split("\\s+"));
        for (int size : SIZES) {
            List<String> units = size >= SMALLEST_DISPLAY_SIZE ? joined(words) : words;
            CoverText set = new CoverText(wrapped(units, face, size, width), size, face);
            if (size >= SMALLEST_UNBROKEN_SIZE && size <= largest && set.width() <= width && set.height() <= height) {
                return set.balanced(units, width);
            }
        }
        int smallest = SIZES[SIZES.length - 1];
        for (int size : SIZES) {
            List<String> pieces = broken(words, face, size, width);
            CoverText set = new CoverText(wrapped(pieces, face, size, width), size, face);
            if (size <= Math.min(largest, SMALLEST_DISPLAY_SIZE) && set.height() <= height || size == smallest) {
                return set.height() <= height ? set.balanced(pieces, width) : set.cutTo(height, width);
            }
        }
        throw new AssertionError("the smallest size always returns");
    }

    private static List<String> joined(List<String> words) {
        List<String> units = new ArrayList<>();
        String leaning = "";
        for (String word : words) {
            boolean leans = LEANING.contains(word.replace(".", "").toLowerCase(Locale.ROOT));
            if (leans) {
                leaning += word + "\u00a0";
            } else {
                units.add(leaning + word);
                leaning = "";
            }
        }
        if (!leaning.isEmpty()) {
            units.add(leaning.substring(0, leaning.length() - 1));
        }
        return units;
    }

    private static List<String> wrapped(List<String> units, CoverFace face, int size, double width) {
        List<String> lines = new ArrayList<>();
        for (String unit : units) {
            String longer = lines.isEmpty() ? unit : lines.get(lines.size() - 1) + " " + unit;
            if (!lines.isEmpty() && face.width(longer, size) <= width) {
                lines.set(lines.size() - 1, longer);
            } else {
                lines.add(unit);
            }
        }
        return lines;
    }

    // As many lines as before, but of similar length.
    private CoverText balanced(List<String> units, double width) {
        CoverText best = this;
        for (double narrower = width; narrower > width / 3; narrower -= width / 40) {
            CoverText set = new CoverText(wrapped(units, face, size, narrower), size, face);
            if (set.lines.size() == lines.size() && set.width() <= narrower) {
                best = set;
            }
        }
        return best;
    }

    private static List<String> broken(List<String> words, CoverFace face, int size, double width) {
        List<String> pieces = new ArrayList<>();
        for (String word : words) {
            int start = 0;
            for (int end = 1; end < word.length(); end++) {
                boolean full = face.width(word.substring(start, end + 1) + "-", size) > width;
                if (full && end > start && !Character.isLowSurrogate(word.charAt(end))) {
                    pieces.add(word.substring(start, end) + "-");
                    start = end;
                }
            }
            pieces.add(word.substring(start));
        }
        return pieces;
    }

    private CoverText cutTo(double height, double width) {
        int room = Math.max(1, (int) (height / (size * LEADING)));
        List<String> kept = new ArrayList<>(lines.subList(0, Math.min(room, lines.size())));
        String last = kept.get(kept.size() - 1);
        while (!last.isEmpty() && face.width(last + "…", size) > width) {
            last = last.substring(0, last.offsetByCodePoints(last.length(), -1));
        }
        kept.set(kept.size() - 1, last.strip() + "…");
        return new CoverText(kept, size, face);
    }

    double width() {
        return lines.stream().mapToDouble(line -> face.width(line, size)).max().orElse(0);
    }

    double height() {
        return lines.size() * size * LEADING;
    }

    /** Writes the lines; the anchor is start or middle, and the top is the upper edge of the first line. */
    void draw(CoverPen pen, double x, double top, String anchor, String colour) {
        for (int i = 0; i < lines.size(); i++) {
            pen.text(lines.get(i), x, top + (i * LEADING + 0.93) * size, size, face, anchor, colour);
        }
    }
}
