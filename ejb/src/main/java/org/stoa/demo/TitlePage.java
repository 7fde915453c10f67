package org.stoa.demo;

/** Draws the title page of a book as a printer of old would have set it. */
final class TitlePage {
    static final CoverPalette PAPER = new CoverPalette("#f5ecd8", "#8c2f1f", "#2b231b");
    private static final double MIDDLE = 300;

    private TitlePage() {}

    /** The page as an SVG image of 600 by 900 pixels; a negative year is before Christ, 0 is unknown. */
    static String svg(String title, String author, int year) {
        CoverDice dice = new CoverDice(title + "\n" + author);
        CoverPen pen = new CoverPen(PAPER);
        int ornament = dice.between(0, CoverWords.ORNAMENTS - 1);
        CoverFace face = dice.heads() ? CoverFace.CAPITALS : CoverFace.ROMAN;
        frame(pen);
        CoverLabel label = CoverLabel.fit(CoverWords.of(title, author, year, face, ornament), 430, 460);
        label.draw(pen, MIDDLE, 100 + (460 - label.height()) * 0.42, "middle", PAPER.foil(), PAPER.figure());
        device(pen, 690);
        pen.text("STOA", MIDDLE, 816, 25, new CoverFace(true, false, 0.3), "middle", PAPER.foil());
        return pen.finish();
    }

    private static void frame(CoverPen pen) {
        pen.stroke(new CoverPath().box(40, 40, 520, 820), PAPER.foil(), 3);
        pen.stroke(new CoverPath().box(48, 48, 504, 804), PAPER.foil(), 1);
    }

    // The columns of the hall after which the shop is named.
    private static void device(CoverPen pen, double middle) {
        CoverPath stone = CoverPath.polygon(MIDDLE - 62, middle - 38, MIDDLE, middle - 66, MIDDLE + 62, middle - 38);
        stone.box(MIDDLE - 58, middle - 34, 116, 6);
        stone.box(MIDDLE - 54, middle + 49, 108, 4).box(MIDDLE - 57, middle + 56, 114, 4);
        CoverPath flutes = new CoverPath();
        for (double x = MIDDLE - 45; x <= MIDDLE + 45; x += 30) {
            stone.box(x - 11, middle - 25, 22, 5);
            stone.move(x - 7, middle - 17)
                    .line(x + 7, middle - 17)
                    .line(x + 8, middle + 47)
                    .line(x - 8, middle + 47)
                    .close();
            flutes.box(x - 3.2, middle - 13, 1.5, 56).box(x + 1.8, middle - 13, 1.5, 56);
        }
        pen.ring(MIDDLE, middle, 92, PAPER.figure(), 2);
        pen.ring(MIDDLE, middle, 87, PAPER.figure(), 0.8);
        pen.fill(stone, PAPER.figure());
        pen.fill(flutes, PAPER.ground());
    }
}
