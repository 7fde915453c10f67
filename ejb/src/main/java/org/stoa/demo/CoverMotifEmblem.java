package org.stoa.demo;

/** Motifs of one small thing repeated: shields, letters and eyes. */
final class CoverMotifEmblem {
    private CoverMotifEmblem() {}

    static void shields(CoverPen pen, CoverDice dice, double w, double h) {
        CoverPalette p = pen.palette();
        int across = dice.between(3, 4);
        double cell = w / across;
        int rows = (int) (h / cell);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < across; column++) {
                double x = cell * (column + 0.5);
                double y = h * (row + 0.5) / rows;
                double half = cell * 0.38;
                boolean even = (row + column) % 2 == 0;
                pen.fill(shield(x, y, half), even ? p.figure() : p.foil());
                pen.fill(charge(x, y, half, dice.between(0, 5)), even ? p.foil() : p.figure());
                pen.stroke(shield(x, y, half), p.foil(), cell * 0.025);
            }
        }
    }

    private static CoverPath shield(double x, double y, double half) {
        return new CoverPath()
                .move(x - half, y - half * 1.1)
                .line(x + half, y - half * 1.1)
                .line(x + half, y)
                .curve(x + half * 0.95, y + half * 0.85, x, y + half * 1.25)
                .curve(x - half * 0.95, y + half * 0.85, x - half, y)
                .close();
    }

    private static CoverPath charge(double x, double y, double half, int kind) {
        double top = y - half * 1.1;
        return switch (kind) {
            case 0 -> new CoverPath().box(x - half, top + half * 0.5, half * 2, half * 0.5);
            case 1 ->
                new CoverPath()
                        .box(x - half * 0.22, top, half * 0.44, half * 2.15)
                        .box(x - half, y - half * 0.45, half * 2, half * 0.44);
            case 2 ->
                CoverPath.polygon(
                        x - half,
                        y + half * 0.3,
                        x,
                        y - half * 0.7,
                        x + half,
                        y + half * 0.3,
                        x + half * 0.85,
                        y + half * 0.62,
                        x,
                        y - half * 0.15,
                        x - half * 0.85,
                        y + half * 0.62);
            case 3 ->
                CoverPath.polygon(
                        x - half,
                        top,
                        x - half * 0.35,
                        top,
                        x + half * 0.86,
                        y + half * 0.6,
                        x + half * 0.45,
                        y + half * 0.98,
                        x - half,
                        y - half * 0.4);
            case 4 ->
                new CoverPath()
                        .disc(x - half * 0.42, y - half * 0.5, half * 0.26)
                        .disc(x + half * 0.42, y - half * 0.5, half * 0.26)
                        .disc(x, y + half * 0.35, half * 0.26);
            default ->
                new CoverPath()
                        .leaf(x, y - half * 0.9, x, y + half * 0.9, 0.2)
                        .leaf(x - half * 0.8, y, x + half * 0.8, y, 0.2);
        };
    }

    static void envelopes(CoverPen pen, CoverDice dice, double w, double h) {
        CoverPalette p = pen.palette();
        int across = dice.between(2, 3);
        double cell = w / across;
        double tall = cell * 0.72;
        for (int row = 0; row <= h / tall; row++) {
            for (int column = 0; column <= across; column++) {
                double x = cell * (column - (row % 2) * 0.5) + cell * 0.08;
                double y = tall * row + tall * 0.1;
                double width = cell * 0.84;
                double height = tall * 0.8;
                boolean bright = dice.heads();
                String line = bright ? p.ground() : p.foil();
                pen.box(x, y, width, height, bright ? p.foil() : p.figure());
                CoverPath folds = new CoverPath().move(x, y + height).line(x + width * 0.4, y + height * 0.5);
                folds.move(x + width, y + height).line(x + width * 0.6, y + height * 0.5);
                folds.move(x, y).line(x + width / 2, y + height * 0.6).line(x + width, y);
                pen.stroke(folds, line, 2.5);
                pen.disc(x + width / 2, y + height * 0.58, height * 0.12, bright ? p.figure() : p.foil());
            }
        }
    }

    static void eyes(CoverPen pen, CoverDice dice, double w, double h) {
        CoverPalette p = pen.palette();
        int across = dice.between(2, 3);
        double cell = w / across;
        double tall = cell * 0.56;
        int odd = dice.between(3, 8);
        int count = 0;
        for (int row = 0; row <= h / tall; row++) {
            CoverPath lids = new CoverPath();
            CoverPath irises = new CoverPath();
            for (int column = 0; column <= across; column++) {
                double x = cell * (column - (row % 2) * 0.5);
                double y = tall * (row + 0.5);
                lids.leaf(x + cell * 0.05, y, x + cell * 0.95, y, 0.27);
                if (++count % odd == 0) {
                    pen.fill(new CoverPath().leaf(x + cell * 0.05, y, x + cell * 0.95, y, 0.27), p.figure());
                }
                irises.disc(x + cell * 0.5, y, cell * 0.17).disc(x + cell * 0.5, y, cell * 0.07);
            }
            pen.stroke(lids, p.foil(), 3.5);
            pen.fill(irises, p.foil());
        }
    }
}
