package org.stoa.demo;

/** Motifs of the land: hills, mountains and woods. */
final class CoverMotifLand {
    private CoverMotifLand() {}

    static void hills(CoverPen pen, CoverDice dice, double w, double h) {
        CoverPalette p = pen.palette();
        double r = Math.min(w, h) * dice.between(0.16, 0.25);
        pen.disc(w * dice.between(0.3, 0.7), h * 0.36, r, p.foil());
        int layers = dice.between(4, 6);
        for (int i = 0; i < layers; i++) {
            double y = h * (0.4 + 0.55 * i / layers);
            double swell = h * 0.13;
            CoverPath hill = new CoverPath().move(-5, h + 5).line(-5, y + dice.between(-swell, swell));
            hill.curve(
                    w * dice.between(0.15, 0.25),
                    y - swell * dice.between(-1.2, 1.4),
                    w * 0.5,
                    y + dice.between(-0.3, 0.3) * swell);
            hill.onTo(w + 5, y + dice.between(-swell, swell)).line(w + 5, h + 5).close();
            String colour = p.tint(0.3 + 0.7 * i / (layers - 1));
            pen.draw(hill, colour, i % 2 == 1 ? p.foil() : colour, 3);
        }
    }

    static void peaks(CoverPen pen, CoverDice dice, double w, double h) {
        CoverPalette p = pen.palette();
        double r = Math.min(w, h) * 0.15;
        pen.disc(w * dice.between(0.2, 0.8), h * 0.22, r, p.figure());
        for (int layer = 0; layer < 3; layer++) {
            int count = 2 + layer;
            for (int i = 0; i < count; i++) {
                double x = w * (i + 0.5 + dice.between(-0.25, 0.25)) / count;
                double half = w * dice.between(0.62, 0.8) / count;
                double top = h * (0.24 + 0.2 * layer + dice.between(0.0, 0.12));
                double foot = h * (0.9 + 0.1 * layer);
                double slope = half / (foot - top);
                double line = h * (0.13 - 0.03 * layer);
                pen.fill(CoverPath.polygon(x, top, x + half, foot, x - half, foot), p.tint(0.35 + 0.3 * layer));
                CoverPath dark = new CoverPath()
                        .move(x, top)
                        .line(x + half, foot)
                        .line(x + half * 0.15, foot)
                        .line(x - half * 0.1, top + line * 2)
                        .close();
                CoverPath snow = new CoverPath()
                        .move(x, top)
                        .line(x + slope * line, top + line)
                        .line(x + slope * line * 0.4, top + line * 0.8);
                snow.line(x, top + line * 1.25).line(x - slope * line * 0.5, top + line * 0.85);
                snow.line(x - slope * line, top + line).close();
                pen.shade(dark, 0.16);
                pen.fill(snow, p.foil());
            }
        }
    }

    static void forest(CoverPen pen, CoverDice dice, double w, double h) {
        CoverPalette p = pen.palette();
        pen.disc(w * dice.between(0.35, 0.65), h * 0.32, Math.min(w, h) * dice.between(0.18, 0.25), p.foil());
        boolean firs = dice.heads();
        for (int layer = 0; layer < 3; layer++) {
            int count = 8 - layer;
            double foot = h * (0.82 + 0.1 * layer);
            CoverPath crowns = new CoverPath();
            for (int i = 0; i <= count; i++) {
                double x = w * (i + dice.between(-0.2, 0.2)) / count;
                double half = w * dice.between(0.32, 0.42) / count;
                double top = foot - h * dice.between(0.26, 0.44);
                if (firs) {
                    crowns.move(x, top)
                            .line(x + half, foot)
                            .line(x - half, foot)
                            .close();
                } else {
                    crowns.leaf(x, top, x, foot, half / (foot - top));
                }
            }
            String colour = p.tint(0.35 + 0.32 * layer);
            pen.box(0, foot - h * 0.1, w, h, colour);
            pen.draw(crowns, colour, layer == 2 ? p.foil() : p.ground(), 2.5);
        }
    }
}
