package org.stoa.demo;

import java.util.List;

/** Motifs without a picture: arcs, mosaics and petals. */
final class CoverMotifPattern {
    private CoverMotifPattern() {}

    static void arcs(CoverPen pen, CoverDice dice, double w, double h) {
        CoverPalette p = pen.palette();
        int across = dice.between(3, 4);
        double cell = w / across;
        int rows = (int) Math.ceil(h / cell);
        double[] radii = {0.1, 0.5, 0.9};
        CoverPath[] bands = {new CoverPath(), new CoverPath(), new CoverPath()};
        for (int i = 0; i < across * rows; i++) {
            int corner = dice.between(0, 3);
            double x = cell * (i % across + (corner % 2));
            double y = cell * (i / across + (corner / 2));
            double toX = corner % 2 == 0 ? cell : -cell;
            double toY = corner / 2 == 0 ? cell : -cell;
            for (int band = 0; band < bands.length; band++) {
                double r = cell * radii[band];
                bands[band].move(x + toX * radii[band], y).arc(r, r, toX * toY > 0, x, y + toY * radii[band]);
            }
        }
        for (int band = 0; band < bands.length; band++) {
            pen.stroke(bands[band], band == 1 ? p.foil() : p.figure(), cell * 0.2);
        }
    }

    static void tesserae(CoverPen pen, CoverDice dice, double w, double h) {
        CoverPalette p = pen.palette();
        int across = dice.between(4, 6);
        double cell = w / across;
        boolean round = dice.heads();
        CoverPath[] paths = {new CoverPath(), new CoverPath(), new CoverPath()};
        for (int row = 0; row <= h / cell; row++) {
            for (int column = 0; column < across; column++) {
                int corner = dice.between(0, 3);
                double x = cell * (column + corner % 2);
                double y = cell * (row + corner / 2);
                double toX = corner % 2 == 0 ? cell : -cell;
                double toY = corner / 2 == 0 ? cell : -cell;
                CoverPath path = paths[dice.between(0, 2)].move(x, y).line(x + toX, y);
                if (round) {
                    path.arc(cell, cell, toX * toY > 0, x, y + toY).close();
                } else {
                    path.line(x, y + toY).close();
                }
            }
        }
        pen.fill(paths[0], p.foil());
        pen.fill(paths[1], p.figure());
        pen.fill(paths[2], p.tint(0.5));
    }

    static void petals(CoverPen pen, CoverDice dice, double w, double h) {
        CoverPalette p = pen.palette();
        int across = dice.between(3, 4);
        double cell = w / across;
        int count = dice.pick(List.of(6, 8));
        double bulge = dice.between(0.14, count == 6 ? 0.24 : 0.18);
        boolean framed = dice.heads();
        CoverPath flowers = new CoverPath();
        CoverPath others = new CoverPath();
        CoverPath hearts = new CoverPath();
        long rows = Math.max(1, Math.round(h / cell));
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < across; column++) {
                double x = cell * (column + 0.5);
                double y = h * (row + 0.5) / rows;
                CoverPath flower = (row + column) % 2 == 0 ? flowers : others;
                for (int i = 0; i < count; i++) {
                    double turn = 2 * Math.PI * i / count;
                    double dx = Math.sin(turn) * cell;
                    double dy = Math.cos(turn) * cell;
                    flower.leaf(x + dx * 0.1, y + dy * 0.1, x + dx * 0.45, y + dy * 0.45, bulge);
                }
                hearts.disc(cell * column, h * row / rows, cell * (framed ? 0.13 : 0.06));
            }
        }
        pen.fill(flowers, p.foil());
        pen.fill(others, p.figure());
        pen.fill(hearts, p.figure());
    }
}
