package org.stoa.demo;

/** Motifs of later towns: pointed windows, houses and castles. */
final class CoverMotifTown {
    private CoverMotifTown() {}

    static void lancets(CoverPen pen, CoverDice dice, double w, double h) {
        CoverPalette p = pen.palette();
        int count = dice.between(1, 3);
        double width = w / (count + 0.3);
        String[] colours = {p.figure(), p.ground(), p.foil(), p.ground(), p.figure(), p.ground()};
        double inset = width * dice.between(0.055, 0.075);
        for (int i = 0; i < count; i++) {
            double x = width * (i + 0.65);
            double top = h * 0.06 + (count == 3 && i != 1 ? h * 0.08 : 0);
            for (int ring = 0; ring < colours.length; ring++) {
                double half = width * 0.46 - inset * ring;
                pen.fill(lancet(x, top + inset * ring * 1.5, half, h), colours[ring]);
            }
            double inner = width * 0.46 - inset * 5;
            double eye = top + inset * 7.5 + inner * 1.35;
            pen.disc(x, eye, inner * 0.5, p.foil());
            pen.disc(x, eye, inner * 0.24, p.figure());
            pen.box(x - inset * 0.12, eye + inner * 0.5, inset * 0.24, h, p.figure());
        }
    }

    private static CoverPath lancet(double x, double top, double half, double h) {
        double spring = top + half * 1.73;
        return new CoverPath()
                .move(x - half, h)
                .line(x - half, spring)
                .arc(half * 2, half * 2, true, x, top)
                .arc(half * 2, half * 2, true, x + half, spring)
                .line(x + half, h)
                .close();
    }

    static void city(CoverPen pen, CoverDice dice, double w, double h) {
        CoverPalette p = pen.palette();
        pen.disc(w * dice.between(0.25, 0.75), h * 0.2, Math.min(w, h) * 0.11, p.foil());
        for (int layer = 0; layer < 2; layer++) {
            int count = 5 - layer;
            for (int i = 0; i < count; i++) {
                double width = w / count;
                double top = h * (0.12 + 0.2 * layer + dice.between(0.0, 0.3));
                double gap = width * 0.05;
                pen.box(width * i + gap, top, width - 2 * gap, h, p.tint(layer == 0 ? 0.35 : 1));
                if (layer == 1) {
                    windows(pen, dice, width * i + gap, top, width - 2 * gap, h);
                }
            }
        }
    }

    private static void windows(CoverPen pen, CoverDice dice, double x, double top, double width, double h) {
        CoverPath lit = new CoverPath();
        CoverPath dark = new CoverPath();
        double cell = width / 3.6;
        for (double y = top + cell * 0.5; y < h; y += cell * 1.3) {
            for (int column = 0; column < 3; column++) {
                (dice.between(0, 4) == 0 ? lit : dark).box(x + cell * (column + 0.55), y, cell * 0.5, cell * 0.75);
            }
        }
        pen.fill(dark, pen.palette().ground());
        pen.fill(lit, pen.palette().foil());
    }

    static void castle(CoverPen pen, CoverDice dice, double w, double h) {
        CoverPalette p = pen.palette();
        pen.disc(w / 2, h * 0.42, Math.min(w, h) * 0.4, p.tint(0.45));
        CoverPath flags = new CoverPath();
        CoverPath windows = new CoverPath();
        double[] heights = {0.34, 0.5, 0.66, 0.5, 0.34};
        for (int i : new int[] {2, 1, 3, 0, 4}) {
            double width = w * 0.13;
            double x = w * (0.5 + (i - 2) * 0.155);
            double top = h * (0.92 - heights[i] * dice.between(0.8, 1.05));
            pen.draw(new CoverPath().box(x - width / 2, top, width, h), p.figure(), p.ground(), 3);
            double roof = top - width * dice.between(1.1, 1.6);
            pen.draw(CoverPath.polygon(x - width * 0.66, top, x, roof, x + width * 0.66, top), p.foil(), p.ground(), 3);
            flags.move(x, roof - width * 0.55)
                    .line(x + width * 0.45, roof - width * 0.4)
                    .line(x, roof - width * 0.25)
                    .close();
            flags.box(x - 1.5, roof - width * 0.55, 3, width * 0.6);
            windows.box(x - width * 0.1, top + width * 0.35, width * 0.2, width * 0.4);
        }
        pen.fill(flags, p.foil());
        pen.fill(windows, p.foil());
        CoverPath hill = new CoverPath().move(0, h).line(0, h * 0.93);
        pen.fill(hill.curve(w / 2, h * 0.72, w, h * 0.93).line(w, h).close(), p.tint(0.7));
        pen.fill(new CoverPath().move(0, h).curve(w * 0.3, h * 0.84, w, h).close(), p.foil());
    }
}
