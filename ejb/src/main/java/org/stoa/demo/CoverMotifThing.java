package org.stoa.demo;

/** Motifs of single things: gears, balloons and shells. */
final class CoverMotifThing {
    private CoverMotifThing() {}

    static void gears(CoverPen pen, CoverDice dice, double w, double h) {
        CoverPalette p = pen.palette();
        double size = Math.min(w, h);
        double big = size * dice.between(0.26, 0.29);
        double middle = size * 0.2;
        double small = size * 0.15;
        double side = dice.heads() ? 1 : -1;
        double x = w / 2 - side * w * 0.1;
        double y = h * 0.52;
        gear(pen, x, y, big, 20, p.figure());
        geared(pen, x, y, big, middle, side > 0 ? dice.between(0.3, 0.6) : Math.PI - dice.between(0.3, 0.6), p.foil());
        geared(pen, x, y, big, small, side > 0 ? -0.85 : Math.PI + 0.85, p.foil());
        geared(pen, x, y, big, middle, side > 0 ? 2.3 : 0.85, p.tint(0.55));
    }

    private static void geared(CoverPen pen, double x, double y, double big, double r, double turn, String colour) {
        double reach = (big + r) * 1.07;
        int teeth = (int) Math.round(r / big * 20);
        gear(pen, x + reach * Math.cos(turn), y + reach * Math.sin(turn), r, teeth, colour);
    }

    private static void gear(CoverPen pen, double x, double y, double r, int teeth, String colour) {
        CoverPath gear = new CoverPath();
        for (int i = 0; i < teeth * 4; i++) {
            double radius = i % 4 < 2 ? r * 1.13 : r * 0.95;
            double turn = 2 * Math.PI * (i + (i % 4 == 0 ? 0.2 : i % 4 == 1 ? -0.2 : 0)) / (teeth * 4);
            if (i == 0) {
                gear.move(x + radius * Math.cos(turn), y + radius * Math.sin(turn));
            } else {
                gear.line(x + radius * Math.cos(turn), y + radius * Math.sin(turn));
            }
        }
        pen.fill(gear.close().disc(x, y, r * 0.72), colour);
        CoverPath spokes = new CoverPath();
        for (int i = 0; i < 3; i++) {
            double turn = Math.PI * (i + 0.5) / 3;
            spokes.move(x - r * 0.75 * Math.cos(turn), y - r * 0.75 * Math.sin(turn));
            spokes.line(x + r * 0.75 * Math.cos(turn), y + r * 0.75 * Math.sin(turn));
        }
        pen.stroke(spokes, colour, r * 0.12);
        pen.disc(x, y, r * 0.26, colour);
        pen.disc(x, y, r * 0.1, pen.palette().ground());
    }

    static void balloons(CoverPen pen, CoverDice dice, double w, double h) {
        CoverPalette p = pen.palette();
        double[][] places = {{0.3, 0.34, 0.2}, {0.72, 0.5, 0.145}, {0.7, 0.15, 0.085}, {0.16, 0.72, 0.075}};
        double side = dice.heads() ? 1 : -1;
        pen.fill(
                new CoverPath()
                        .move(0, h)
                        .line(0, h * 0.9)
                        .curve(w * 0.25, h * 0.8, w * 0.5, h * 0.9)
                        .onTo(w, h * 0.87)
                        .line(w, h)
                        .close(),
                p.tint(0.45));
        for (double[] place : places) {
            double x = w * (0.5 + side * (place[0] - 0.5) + dice.between(-0.04, 0.04));
            balloon(
                    pen,
                    x,
                    h * (place[1] + dice.between(-0.03, 0.03)),
                    Math.min(w, h) * place[2] * dice.between(0.95, 1.15),
                    dice.heads());
        }
    }

    private static void balloon(CoverPen pen, double x, double y, double r, boolean bright) {
        CoverPalette p = pen.palette();
        String light = bright ? p.foil() : p.figure();
        String dark = bright ? p.figure() : p.foil();
        double mouth = y + r * 1.45;
        for (int i = 0; i < 3; i++) {
            double rx = r * (1 - 0.34 * i);
            CoverPath gore = new CoverPath().move(x - rx, y).arc(rx, r, true, x + rx, y);
            gore.curve(x + rx * 0.9, y + r * 0.75, x + rx * 0.2, mouth).line(x - rx * 0.2, mouth);
            pen.fill(gore.curve(x - rx * 0.9, y + r * 0.75, x - rx, y).close(), i % 2 == 0 ? light : dark);
        }
        CoverPath ropes = new CoverPath().move(x - r * 0.18, mouth).line(x - r * 0.13, mouth + r * 0.35);
        pen.stroke(ropes.move(x + r * 0.18, mouth).line(x + r * 0.13, mouth + r * 0.35), p.foil(), 2);
        pen.box(x - r * 0.17, mouth + r * 0.33, r * 0.34, r * 0.26, dark);
    }

    static void shell(CoverPen pen, CoverDice dice, double w, double h) {
        CoverPalette p = pen.palette();
        double growth = dice.between(0.16, 0.19);
        double side = dice.heads() ? 1 : -1;
        double widest = Math.min(w, h) * 0.5;
        double last = 6.5 * Math.PI;
        CoverPath outline = new CoverPath();
        CoverPath chambers = new CoverPath();
        for (int i = 0; i <= 78; i++) {
            double turn = last - i * Math.PI / 12;
            double r = widest * Math.exp(growth * (turn - last));
            double x = w / 2 - side * w * 0.06 + side * r * Math.sin(turn);
            double y = h * 0.55 - r * Math.cos(turn);
            if (i == 0) {
                outline.move(x, y);
            } else {
                outline.line(x, y);
            }
            if (i % 2 == 0 && i < 60) {
                double inner = widest * Math.exp(growth * (turn - last - 2 * Math.PI));
                double bend = turn - 0.35;
                double middle = (r + inner) * 0.5;
                chambers.move(x, y)
                        .curve(
                                w / 2 - side * w * 0.06 + side * middle * Math.sin(bend),
                                h * 0.55 - middle * Math.cos(bend),
                                w / 2 - side * w * 0.06 + side * inner * Math.sin(turn),
                                h * 0.55 - inner * Math.cos(turn));
            }
        }
        pen.disc(w / 2, h * 0.5, Math.min(w, h) * 0.48, p.figure());
        pen.stroke(chambers, p.ground(), 3);
        pen.stroke(outline, p.foil(), 7);
    }
}
