package org.stoa.demo;

/** Motifs of the sea: waves and ships. */
final class CoverMotifSea {
    private CoverMotifSea() {}

    static void waves(CoverPen pen, CoverDice dice, double w, double h) {
        CoverPalette p = pen.palette();
        double length = w / dice.between(2, 5);
        double step = length * dice.between(0.26, 0.38);
        double sunX = w * dice.between(0.25, 0.75);
        double r = w * 0.15;
        pen.disc(sunX, Math.max(r * 1.4, h * 0.18), r, p.foil());
        String[] colours = {p.tint(0.45), p.figure(), p.foil(), p.figure()};
        int row = 0;
        for (double y = h * 0.24; y < h + step; y += step) {
            double start = -length * (row % 2 == 0 ? 1 : 1.5) - dice.between(0.0, length * 0.3);
            String colour = colours[row % colours.length];
            // The light stripes are thin: the next wave lies close below them.
            double next = colour.equals(p.foil()) ? y - step * 0.7 : y;
            pen.fill(
                    wave(start, next, length, step * 0.75, w)
                            .line(w * 2, h)
                            .line(start, h)
                            .close(),
                    colour);
            row++;
        }
    }

    private static CoverPath wave(double start, double y, double length, double rise, double w) {
        CoverPath wave = new CoverPath().move(start, y).curve(start + length / 4, y - rise, start + length / 2, y);
        for (double x = start + length; x < w + length; x += length / 2) {
            wave.onTo(x, y);
        }
        return wave;
    }

    static void scales(CoverPen pen, CoverDice dice, double w, double h) {
        CoverPalette p = pen.palette();
        int across = dice.between(2, 3);
        double r = w / across / 2;
        double step = r * (across == 2 ? 0.5 : 0.7);
        boolean filled = dice.heads();
        int row = 0;
        for (double y = r * 0.4; y < h + r; y += step) {
            double left = row % 2 == 0 ? 0 : -r;
            pen.draw(scaleRow(left, y, r, r, w), row % 3 == 0 && filled ? p.figure() : p.ground(), p.foil(), 3);
            CoverPath inner = scaleRow(left, y, r, r * 0.72, w);
            pen.stroke(inner, row % 3 == 0 && filled ? p.foil() : p.figure(), r * 0.12);
            pen.fill(scaleRow(left, y, r, r * 0.4, w), row % 3 == 0 && filled ? p.foil() : p.figure());
            row++;
        }
    }

    private static CoverPath scaleRow(double left, double y, double cell, double r, double w) {
        CoverPath scales = new CoverPath();
        for (double x = left + cell; x < w + cell; x += 2 * cell) {
            scales.move(x - r, y).arc(r, r, true, x + r, y);
        }
        return scales;
    }

    static void sails(CoverPen pen, CoverDice dice, double w, double h) {
        CoverPalette p = pen.palette();
        double horizon = h * 0.7;
        double r = Math.min(w, h) * dice.between(0.27, 0.34);
        double side = dice.heads() ? 1 : -1;
        pen.disc(w / 2 + side * w * 0.12, horizon - r * 0.35, r, p.figure());
        int small = dice.between(1, 2);
        for (int i = 0; i < small; i++) {
            ship(
                    pen,
                    dice,
                    w * (side > 0 ? 0.87 - 0.16 * i : 0.13 + 0.16 * i),
                    horizon + 4,
                    Math.min(w, h) * 0.17,
                    side);
        }
        pen.box(0, horizon, w, h - horizon, p.tint(0.3));
        ship(pen, dice, w / 2 - side * w * 0.1, horizon + h * 0.07, Math.min(w, h) * 0.62, side);
        double length = w / dice.between(4, 6);
        String[] colours = {p.tint(0.6), p.foil(), p.figure(), p.ground()};
        for (int i = 0; i < colours.length; i++) {
            double y = horizon + h * (0.09 + 0.07 * i);
            double start = -length * (1 + i * 0.37);
            pen.fill(
                    wave(start, y, length, h * 0.035, w)
                            .line(w * 2, h)
                            .line(start, h)
                            .close(),
                    colours[i]);
        }
    }

    private static void ship(CoverPen pen, CoverDice dice, double x, double y, double size, double side) {
        CoverPalette p = pen.palette();
        double belly = dice.between(0.25, 0.4) * side;
        double mast = x - side * size * 0.06;
        CoverPath mainSail = new CoverPath().move(mast, y - size);
        mainSail.curve(mast + size * belly * 1.9, y - size * 0.5, mast + side * size * 0.44, y - size * 0.2);
        mainSail.curve(mast + side * size * 0.2, y - size * 0.15, mast, y - size * 0.2)
                .close();
        pen.fill(mainSail, p.foil());
        double stay = mast - side * size * 0.04;
        CoverPath foreSail = new CoverPath().move(stay, y - size * 0.88);
        foreSail.curve(stay - side * size * 0.08, y - size * 0.5, stay - side * size * 0.34, y - size * 0.2);
        pen.fill(foreSail.line(stay, y - size * 0.2).close(), p.foil());
        CoverPath hull = new CoverPath().move(x - size * 0.46, y - size * 0.15).line(x + size * 0.46, y - size * 0.15);
        hull.curve(x + size * 0.36, y + size * 0.04, x + size * 0.22, y + size * 0.05);
        hull.line(x - size * 0.22, y + size * 0.05)
                .curve(x - size * 0.38, y + size * 0.04, x - size * 0.46, y - size * 0.15);
        pen.draw(hull.close(), p.ground(), p.foil(), Math.max(1.5, size / 130));
    }
}
