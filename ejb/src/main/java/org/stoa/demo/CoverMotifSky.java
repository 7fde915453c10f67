package org.stoa.demo;

import java.util.List;

/** Motifs of the sky: moons, stars, rays and orbits. */
final class CoverMotifSky {
    private CoverMotifSky() {}

    static void moon(CoverPen pen, CoverDice dice, double w, double h) {
        CoverPalette p = pen.palette();
        double r = Math.min(w, h) * dice.between(0.24, 0.31);
        double x = w * dice.between(0.36, 0.64);
        double y = h * 0.42;
        pen.ring(x, y, r * 1.28, p.tint(0.7), 2);
        pen.ring(x, y, r * 1.52, p.tint(0.4), 2);
        pen.disc(x, y, r, p.foil());
        boolean crescent = dice.heads();
        if (crescent) {
            pen.disc(x + r * (dice.heads() ? 0.36 : -0.36), y - r * 0.14, r * 0.86, p.ground());
        }
        CoverPath clouds = new CoverPath();
        for (int i = 0; i < 4; i++) {
            double length = r * dice.between(0.9, 1.8);
            double left = x + r * dice.between(-1.9, 0.3);
            double cloudY = y + r * (i * 0.34 - (crescent ? 0.1 : 0.35));
            clouds.box(left, cloudY, length, r * 0.06).box(left + r * 0.3, cloudY + r * 0.12, length * 0.5, r * 0.03);
        }
        pen.fill(clouds, crescent ? p.figure() : p.ground());
        pen.fill(ridge(dice, w, h, h * 0.8, h * 0.09), p.tint(0.5));
        pen.fill(ridge(dice, w, h, h * 0.9, h * 0.07), p.figure());
    }

    private static CoverPath ridge(CoverDice dice, double w, double h, double y, double roughness) {
        CoverPath ridge = new CoverPath().move(0, h);
        int steps = 17;
        for (int i = 0; i <= steps; i++) {
            ridge.line(w * i / steps, y + roughness * (i % 2 == 0 ? dice.between(0.2, 1.0) : dice.between(-1.0, 0.1)));
        }
        return ridge.line(w, h).close();
    }

    static void phases(CoverPen pen, CoverDice dice, double w, double h) {
        CoverPalette p = pen.palette();
        int columns = dice.between(3, 4);
        double cell = w / (columns + 0.5);
        int rows = Math.max(1, (int) (h / cell));
        double r = cell * 0.36;
        int shift = dice.between(0, 11);
        CoverPath dark = new CoverPath();
        CoverPath lit = new CoverPath();
        for (int i = 0; i < rows * columns; i++) {
            double x = cell * (i % columns + 0.75);
            double y = (h - rows * cell) / 2 + cell * (i / columns + 0.5);
            int phase = (i + shift) % 12;
            boolean waxing = phase < 6;
            double terminator = Math.cos(Math.PI * phase / 6) * (waxing ? 1 : -1);
            dark.disc(x, y, r);
            lit.move(x, y - r).arc(r, r, waxing, x, y + r);
            lit.arc(Math.abs(terminator) * r, r, waxing == (terminator < 0), x, y - r)
                    .close();
        }
        pen.fill(dark, p.figure());
        pen.fill(lit, p.foil());
    }

    static void stars(CoverPen pen, CoverDice dice, double w, double h) {
        CoverPalette p = pen.palette();
        int columns = dice.between(3, 4);
        double cell = w / columns;
        int points = dice.pick(List.of(4, 5, 8));
        CoverPath bright = new CoverPath();
        CoverPath faint = new CoverPath();
        long rows = Math.round(h / cell);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column <= columns; column++) {
                double x = cell * (column + (row % 2) * 0.5);
                double y = h * (row + 0.5) / rows;
                double size = cell * dice.between(0.18, 0.38);
                star((row + column) % 2 == 0 ? bright : faint, x, y, size, points);
                faint.disc(x + cell * 0.5, y, cell * 0.035);
            }
        }
        pen.fill(faint, p.figure());
        pen.fill(bright, p.foil());
    }

    private static void star(CoverPath path, double x, double y, double size, int points) {
        for (int i = 0; i < 2 * points; i++) {
            double r = i % 2 == 0 ? size : size * (points == 5 ? 0.42 : 0.3);
            double turn = Math.PI * i / points;
            if (i == 0) {
                path.move(x, y - r);
            } else {
                path.line(x + r * Math.sin(turn), y - r * Math.cos(turn));
            }
        }
        path.close();
    }

    static void rays(CoverPen pen, CoverDice dice, double w, double h) {
        CoverPalette p = pen.palette();
        double x = w / 2;
        double y = h * dice.pick(List.of(0.5, 0.72, 1.0));
        int count = dice.between(9, 16) * 2;
        double reach = Math.hypot(w, h);
        double r = Math.min(w, h) * dice.between(0.2, 0.27);
        CoverPath rays = new CoverPath();
        for (int i = 0; i < count; i++) {
            double from = Math.PI * (2 * i - 0.5) / count;
            double to = Math.PI * (2 * i + 0.5) / count;
            rays.move(x, y).line(x + reach * Math.sin(from), y - reach * Math.cos(from));
            rays.line(x + reach * Math.sin(to), y - reach * Math.cos(to)).close();
        }
        pen.fill(rays, p.figure());
        pen.disc(x, y, r * 1.45, p.ground());
        pen.ring(x, y, r * 1.22, p.figure(), r * 0.07);
        pen.disc(x, y, r, p.foil());
    }

    static void orbits(CoverPen pen, CoverDice dice, double w, double h) {
        CoverPalette p = pen.palette();
        int side = dice.between(-1, 1);
        double x = w * (0.5 + 0.38 * side);
        double y = side == 0 ? h * 0.5 : h * 0.88;
        double step = Math.max(w, h) * dice.between(0.09, 0.12);
        // An orbit cut off at the upper edge would look like a mistake.
        int count = (int) ((y - 4) / step - 0.3);
        CoverPath rings = new CoverPath();
        for (int i = 1; i <= count; i++) {
            rings.disc(x, y, step * (i + 0.3));
        }
        pen.stroke(rings, p.tint(0.75), 2.5);
        for (int i = 1; i <= count; i++) {
            double turn = side == 0 ? dice.between(0.0, 2 * Math.PI) : -side * dice.between(0.15, 1.3);
            double r = step * dice.between(0.16, 0.36);
            double orbit = step * (i + 0.3);
            double planetX = x + orbit * Math.sin(turn);
            double planetY = y - orbit * Math.cos(turn);
            pen.disc(planetX, planetY, r + 8, p.ground());
            pen.disc(planetX, planetY, r, i % 2 == 0 ? p.figure() : p.foil());
        }
        pen.disc(x, y, step * 0.85, p.figure());
    }
}
