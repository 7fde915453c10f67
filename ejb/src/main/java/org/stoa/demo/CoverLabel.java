package org.stoa.demo;

/**
 * The lettering of a cover: title, subtitle, ornament, author and year, one below the other.
 *
 * @param title the title up to its first colon or semicolon
 * @param subtitle the rest of it, or null
 * @param author the author, or null where nobody knows one
 * @param year the year as text, or null where nobody knows it
 * @param ornament which of the small ornaments stands below the title
 */
record CoverLabel(CoverText title, CoverText subtitle, CoverText author, CoverText year, int ornament) {
    private static final double GAP = 15;
    private static final double ORNAMENT_HEIGHT = 56;

    /** Sets the words as large as they fit. */
    static CoverLabel fit(CoverWords words, double width, double height) {
        CoverFace face = words.face();
        CoverFace small = face.capitals() ? CoverFace.ITALIC : CoverFace.WIDE_CAPITALS;
        CoverText author = words.author().isBlank()
                ? null
                : CoverText.fit(words.author(), small, width, 62, face.capitals() ? 31 : 25);
        CoverText year =
                words.year().isEmpty() ? null : CoverText.fit(words.year(), CoverFace.WIDE_CAPITALS, width, 30, 16);
        double left = height - ORNAMENT_HEIGHT - heightOf(author) - heightOf(year);
        if (words.subtitle().isEmpty()) {
            return new CoverLabel(
                    CoverText.fit(words.title(), face, width, left, 76), null, author, year, words.ornament());
        }
        CoverText title = CoverText.fit(
                words.title(), face, width, left * (words.subtitle().length() > 40 ? 0.5 : 0.68), 68);
        double rest = left - title.height() - GAP;
        CoverText subtitle =
                CoverText.fit(words.subtitle(), CoverFace.ITALIC, width, rest, Math.max(20, title.size() / 2));
        return new CoverLabel(title, subtitle, author, year, words.ornament());
    }

    private static double heightOf(CoverText text) {
        return text == null ? 0 : text.height() + GAP;
    }

    double height() {
        return title.height() + heightOf(subtitle) + ORNAMENT_HEIGHT + heightOf(author) + heightOf(year) - GAP;
    }

    void draw(CoverPen pen, double x, double top, String anchor, String ink, String accent) {
        title.draw(pen, x, top, anchor, ink);
        double y = top + title.height();
        y = below(pen, subtitle, x, y + (subtitle == null ? 0 : GAP), anchor, ink);
        ornament(pen, anchor.equals("start") ? x + 36 : x, y + ORNAMENT_HEIGHT / 2 + 1, accent);
        y = below(pen, author, x, y + ORNAMENT_HEIGHT, anchor, ink);
        below(pen, year, x, y + (author == null ? 0 : GAP - 2), anchor, ink);
    }

    private static double below(CoverPen pen, CoverText text, double x, double y, String anchor, String ink) {
        if (text == null) {
            return y;
        }
        text.draw(pen, x, y, anchor, ink);
        return y + text.height();
    }

    private void ornament(CoverPen pen, double x, double y, String colour) {
        CoverPath rules = new CoverPath().box(x - 36, y - 1, 24, 2).box(x + 12, y - 1, 24, 2);
        switch (ornament) {
            case 0 -> pen.box(x - 36, y - 1.5, 72, 3, colour);
            case 1 ->
                pen.fill(
                        rules.move(x, y - 7)
                                .line(x + 7, y)
                                .line(x, y + 7)
                                .line(x - 7, y)
                                .close(),
                        colour);
            case 2 -> pen.fill(new CoverPath().disc(x - 22, y, 4).disc(x, y, 4).disc(x + 22, y, 4), colour);
            case 3 -> pen.fill(rules.disc(x, y, 6), colour);
            default ->
                pen.stroke(
                        new CoverPath()
                                .move(x - 36, y)
                                .curve(x - 27, y - 12, x - 18, y)
                                .onTo(x, y)
                                .onTo(x + 18, y)
                                .onTo(x + 36, y),
                        colour,
                        3);
        }
    }
}
