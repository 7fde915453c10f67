package org.stoa.demo;

/** Draws the front cover of a book; the same book always gets the same one. */
final class Cover {
    private Cover() {}

    /** The cover as an SVG image of 600 by 900 pixels; a negative year is before Christ, 0 is unknown. */
    static String svg(String title, String author, int year, String category) {
        CoverSeries series = CoverSeries.of(category);
        CoverDice dice = new CoverDice(title + "\n" + author);
        CoverPen pen = new CoverPen(dice.pick(CoverCloth.palettes(series)));
        CoverMotif motif = dice.pick(series.motifs());
        CoverLayout layout = dice.pick(series.layouts(motif));
        int ornament = dice.between(0, CoverWords.ORNAMENTS - 1);
        layout.draw(pen, dice, motif, CoverWords.of(title, author, year, series.face(), ornament));
        hinge(pen);
        return pen.finish();
    }

    // The groove along the spine makes a flat picture look like a bound book.
    private static void hinge(CoverPen pen) {
        pen.shade(new CoverPath().box(0, 0, 12, CoverPen.HEIGHT), 0.14);
        pen.shade(new CoverPath().box(12, 0, 4, CoverPen.HEIGHT), 0.28);
    }
}
