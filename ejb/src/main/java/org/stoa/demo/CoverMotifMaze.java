package org.stoa.demo;

/** Motifs of winding lines: labyrinths, meanders and fingerprints. */
final class CoverMotifMaze {
    private CoverMotifMaze() {}

    static void labyrinth(CoverPen pen, CoverDice dice, double w, double h) {
        CoverPalette p = pen.palette();
        int rings = dice.between(6, 9);
        double widest = Math.min(w, h) * 0.41;
        double step = widest / (rings + 0.5);
        CoverPath walls = new CoverPath();
        CoverPath doors = new CoverPath();
        double turn = dice.between(0.0, 2 * Math.PI);
        for (int i = 1; i <= rings; i++) {
            double r = step * (i + 0.5);
            walls.disc(w / 2, h / 2, r);
            turn += dice.between(1.4, 4.6);
            double half = step * 0.42 / r;
            doors.move(w / 2 + (r - step * 0.3) * Math.sin(turn), h / 2 - (r - step * 0.3) * Math.cos(turn));
            doors.line(w / 2 + (r + step * 0.3) * Math.sin(turn), h / 2 - (r + step * 0.3) * Math.cos(turn));
            double wall = turn + 2 * half + 0.1;
            if (i < rings) {
                walls.move(w / 2 + r * Math.sin(wall), h / 2 - r * Math.cos(wall));
                walls.line(w / 2 + (r + step) * Math.sin(wall), h / 2 - (r + step) * Math.cos(wall));
            }
        }
        pen.disc(w / 2, h / 2, widest + step * 0.6, p.figure());
        pen.stroke(walls, p.foil(), step * 0.3);
        pen.stroke(doors, p.figure(), step * 0.8);
        pen.disc(w / 2, h / 2, step * 0.6, p.foil());
    }

    static void meander(CoverPen pen, CoverDice dice, double w, double h) {
        CoverPalette p = pen.palette();
        int keys = dice.between(4, 6);
        double unit = w / keys / 6;
        boolean ruled = dice.heads();
        long rows = Math.max(1, Math.round(h / unit / (ruled ? 10 : 7.5)));
        for (int row = 0; row < rows; row++) {
            double middle = h * (row + 0.5) / rows;
            String colour = row % 2 == 0 ? p.foil() : p.figure();
            pen.stroke(key(-unit / 2, middle - unit * 2, unit, keys + 1), colour, unit);
            if (ruled && row > 0) {
                pen.box(0, h * row / rows - unit * 0.25, w, unit * 0.5, p.figure());
            }
        }
    }

    /** A Greek key that runs to the right, four units high, each key six units long. */
    static CoverPath key(double x, double top, double unit, int keys) {
        CoverPath key = new CoverPath().move(x, top + unit * 4);
        for (int i = 0; i < keys; i++) {
            double left = x + unit * 6 * i;
            key.line(left, top).line(left + unit * 4, top).line(left + unit * 4, top + unit * 3 - unit / 2);
            key.line(left + unit * 2, top + unit * 3 - unit / 2).line(left + unit * 2, top + unit * 1.7);
            key.move(left + unit * 4, top).move(left + unit * 6, top + unit * 4).line(left - unit / 2, top + unit * 4);
            key.move(left + unit * 6, top + unit * 4);
        }
        return key;
    }

    static void fingerprint(CoverPen pen, CoverDice dice, double w, double h) {
        CoverPalette p = pen.palette();
        int rings = dice.between(9, 12);
        double x = w / 2;
        double y = h * 0.5;
        double step = Math.min(w * 0.44, h * 0.34) / rings;
        CoverPath ridges = new CoverPath();
        CoverPath marked = new CoverPath();
        for (int i = 1; i <= rings; i++) {
            double r = step * i;
            double tall = r * 1.3;
            // Each ridge is an ellipse with two gaps, one on either side below the middle.
            double left = dice.between(0.1, 1.2);
            double right = dice.between(0.1, 1.2);
            CoverPath ridge = i % 4 == 2 ? marked : ridges;
            ridge.move(x - r * Math.cos(left), y + tall * Math.sin(left)).arc(r, tall, true, x, y - tall);
            ridge.arc(r, tall, true, x + r * Math.cos(right), y + tall * Math.sin(right));
            left += 0.12 + step * 0.6 / r;
            right += 0.12 + step * 0.6 / r;
            ridge.move(x - r * Math.cos(left), y + tall * Math.sin(left));
            ridge.arc(r, tall, false, x + r * Math.cos(right), y + tall * Math.sin(right));
        }
        pen.stroke(ridges, p.foil(), step * 0.52);
        pen.stroke(marked, p.figure(), step * 0.52);
    }
}
