package org.stoa.demo;

/** Motifs of leaves: one sprig, or leaves all over. */
final class CoverMotifLeaf {
    private CoverMotifLeaf() {}

    static void sprig(CoverPen pen, CoverDice dice, double w, double h) {
        CoverPalette p = pen.palette();
        int pairs = dice.between(5, 8);
        double bulge = dice.between(0.16, 0.3);
        double lean = dice.between(0.15, 0.5);
        double step = h * 0.8 / pairs;
        boolean berries = dice.heads();
        CoverPath stem = new CoverPath().move(w / 2, h).line(w / 2, h * 0.14);
        CoverPath left = new CoverPath();
        CoverPath right = new CoverPath();
        CoverPath dots = new CoverPath();
        for (int i = 0; i < pairs; i++) {
            double y = h * 0.97 - step * i;
            double reach = Math.min(w * 0.42, h * 0.4) * (1 - 0.5 * i / pairs);
            left.leaf(w / 2, y, w / 2 - reach, y - reach * lean - step * 0.5, bulge);
            right.leaf(w / 2, y, w / 2 + reach, y - reach * lean - step * 0.5, bulge);
            if (berries) {
                double side = reach * 0.45;
                dots.disc(w / 2 - side, y - step * 0.95 - side * lean, w * 0.016);
                dots.disc(w / 2 + side, y - step * 0.95 - side * lean, w * 0.016);
            }
        }
        right.leaf(w / 2, h * 0.2, w / 2, h * 0.05, bulge);
        pen.stroke(stem, p.foil(), 4);
        pen.fill(left, p.figure());
        pen.fill(right, dice.heads() ? p.foil() : p.figure());
        pen.fill(dots, p.foil());
    }

    static void foliage(CoverPen pen, CoverDice dice, double w, double h) {
        CoverPalette p = pen.palette();
        int columns = dice.between(4, 6);
        double cell = w / columns;
        double bulge = dice.between(0.16, 0.28);
        boolean mirrored = dice.heads();
        CoverPath even = new CoverPath();
        CoverPath odd = new CoverPath();
        CoverPath dots = new CoverPath();
        for (int row = 0; row <= h / cell; row++) {
            for (int column = 0; column < columns; column++) {
                double x = column * cell;
                double y = row * cell;
                boolean rising = mirrored ? column % 2 == 0 : (row + column) % 2 == 0;
                double from = rising ? x + cell * 0.06 : x + cell * 0.94;
                double to = rising ? x + cell * 0.94 : x + cell * 0.06;
                (row % 2 == 0 ? even : odd).leaf(from, y + cell * 0.94, to, y + cell * 0.06, bulge);
                dots.disc(rising ? x + cell * 0.22 : x + cell * 0.78, y + cell * 0.22, cell * 0.05);
            }
        }
        pen.fill(even, p.foil());
        pen.fill(odd, p.figure());
        pen.fill(dots, p.figure());
    }
}
