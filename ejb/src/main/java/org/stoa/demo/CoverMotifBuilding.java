package org.stoa.demo;

/** Motifs of antiquity: temples, theatres and arcades. */
final class CoverMotifBuilding {
    private CoverMotifBuilding() {}

    static void temple(CoverPen pen, CoverDice dice, double w, double h) {
        CoverPalette p = pen.palette();
        int count = dice.between(4, 6);
        double unit = Math.min(w, h) / 20;
        double x = w / 2;
        double top = h * 0.5 - unit * 7.9;
        pen.disc(x, top + unit * 4.2, unit * dice.between(5.4, 6.2), p.figure());
        CoverPath stone = CoverPath.polygon(x - unit * 8.4, top + unit * 4, x, top, x + unit * 8.4, top + unit * 4);
        stone.move(x - unit * 5.2, top + unit * 3.3)
                .line(x, top + unit * 0.9)
                .line(x + unit * 5.2, top + unit * 3.3)
                .close();
        stone.box(x - unit * 8, top + unit * 4.3, unit * 16, unit * 0.9);
        double step = unit * 14.4 / (count - 1);
        double half = Math.min(unit * 0.95, step * 0.3);
        CoverPath flutes = new CoverPath();
        for (int i = 0; i < count; i++) {
            double centre = x - unit * 7.2 + step * i;
            stone.box(centre - half * 1.35, top + unit * 5.4, half * 2.7, unit * 0.5);
            stone.move(centre - half * 0.85, top + unit * 6.1).line(centre + half * 0.85, top + unit * 6.1);
            stone.line(centre + half, top + unit * 14.2)
                    .line(centre - half, top + unit * 14.2)
                    .close();
            for (int flute = -1; flute <= 1; flute++) {
                flutes.box(centre + flute * half * 0.5 - half * 0.07, top + unit * 6.5, half * 0.14, unit * 7.3);
            }
        }
        for (int i = 0; i < 3; i++) {
            stone.box(x - unit * (8 + i * 0.7), top + unit * (14.4 + i * 0.8), unit * (16 + i * 1.4), unit * 0.6);
        }
        pen.fill(stone, p.foil());
        pen.fill(flutes, p.ground());
        pen.box(0, top + unit * 16.8, w, h, p.figure());
    }

    static void theatre(CoverPen pen, CoverDice dice, double w, double h) {
        CoverPalette p = pen.palette();
        double y = h * 0.8;
        int rows = dice.between(7, 10);
        double widest = Math.min(w * 0.62, h * 0.76) * dice.between(0.9, 1.0);
        double step = widest / (rows + 3);
        for (int i = rows; i >= 1; i--) {
            double r = step * (i + 3);
            CoverPath row = new CoverPath().move(w / 2 - r, y).arc(r, r, true, w / 2 + r, y);
            pen.stroke(row, i % 3 == 0 ? p.foil() : p.figure(), step * 0.62);
        }
        CoverPath stairs = new CoverPath();
        int flights = dice.between(4, 6);
        for (int i = 1; i < flights; i++) {
            double turn = Math.PI * i / flights;
            stairs.move(w / 2 - step * 3 * Math.cos(turn), y - step * 3 * Math.sin(turn));
            stairs.line(w / 2 - widest * 1.1 * Math.cos(turn), y - widest * 1.1 * Math.sin(turn));
        }
        pen.stroke(stairs, p.ground(), step * 0.45);
        pen.disc(w / 2, y, step * 2.1, p.foil());
        pen.disc(w / 2, y, step * 1.2, p.figure());
        pen.box(0, y, w, h, p.ground());
        pen.box(w / 2 - widest * 0.6, y + step * 0.5, widest * 1.2, step * 0.7, p.foil());
        pen.box(w / 2 - widest * 0.7, y + step * 1.5, widest * 1.4, step * 0.35, p.figure());
    }

    static void arcade(CoverPen pen, CoverDice dice, double w, double h) {
        CoverPalette p = pen.palette();
        int across = dice.between(3, 5);
        double cell = w / across;
        double storey = cell * dice.between(1.25, 1.6);
        boolean suns = dice.heads();
        for (int row = 0; row <= h / storey; row++) {
            CoverPath outer = new CoverPath();
            CoverPath inner = new CoverPath();
            double floor = storey * (row + 1);
            for (int i = 0; i < across; i++) {
                arch(outer, cell * (i + 0.5), floor, cell * 0.38, storey * 0.86);
                arch(inner, cell * (i + 0.5), floor, cell * 0.27, storey * 0.7);
            }
            pen.fill(outer, row % 2 == 0 ? p.figure() : p.foil());
            pen.fill(inner, p.ground());
            pen.box(0, floor - storey * 0.05, w, storey * 0.05, p.foil());
            if (suns) {
                pen.disc(cell * (dice.between(0, across - 1) + 0.5), floor - storey * 0.4, cell * 0.15, p.foil());
            }
        }
    }

    private static void arch(CoverPath path, double x, double floor, double half, double height) {
        double spring = floor - height + half;
        path.move(x - half, floor)
                .line(x - half, spring)
                .arc(half, half, true, x + half, spring)
                .line(x + half, floor)
                .close();
    }
}
