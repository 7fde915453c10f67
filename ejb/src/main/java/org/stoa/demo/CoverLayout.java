package org.stoa.demo;

/** Where a cover has its lettering and where its motif. */
enum CoverLayout {
    /** The motif all over, with a label stuck on it. */
    PLATE {
        @Override
        void draw(CoverPen pen, CoverDice dice, CoverMotif motif, CoverWords words) {
            CoverPalette p = pen.palette();
            motif(pen, dice, motif, 0, 0, CoverPen.WIDTH, CoverPen.HEIGHT);
            CoverLabel label = CoverLabel.fit(words, 372, 380);
            double height = Math.max(280, label.height() + 100);
            double top = 410 - height / 2;
            boolean notched = dice.heads();
            pen.fill(CoverFrame.plate(80, top - 6, 452, height + 12, notched ? 34 : 0), p.ground());
            pen.fill(CoverFrame.plate(86, top, 440, height, notched ? 32 : 0), p.foil());
            pen.stroke(CoverFrame.plate(98, top + 12, 416, height - 24, notched ? 30 : 0), p.ground(), 2);
            label.draw(pen, 306, top + (height - label.height()) / 2, "middle", p.ground(), p.ground());
        }
    },
    /** The lettering at the top, centred, and the motif below it. */
    HEAD {
        @Override
        void draw(CoverPen pen, CoverDice dice, CoverMotif motif, CoverWords words) {
            CoverLabel label = CoverLabel.fit(words, 460, 316);
            motif(pen, dice, motif, 0, 410, CoverPen.WIDTH, 490);
            label.draw(
                    pen,
                    306,
                    66 + (316 - label.height()) / 2,
                    "middle",
                    pen.palette().foil(),
                    pen.palette().foil());
        }
    },
    /** The lettering at the top, flush left, and the motif below it. */
    FLUSH {
        @Override
        void draw(CoverPen pen, CoverDice dice, CoverMotif motif, CoverWords words) {
            CoverPalette p = pen.palette();
            CoverLabel label = CoverLabel.fit(words, 472, 308);
            motif(pen, dice, motif, 0, 410, CoverPen.WIDTH, 490);
            pen.box(68, 54, 472, 4, p.foil());
            label.draw(pen, 68, 84, "start", p.foil(), p.foil());
        }
    },
    /** The motif at the top and the lettering on the cloth below it. */
    FOOT {
        @Override
        void draw(CoverPen pen, CoverDice dice, CoverMotif motif, CoverWords words) {
            CoverPalette p = pen.palette();
            motif(pen, dice, motif, 0, 0, CoverPen.WIDTH, 540);
            pen.box(0, 540, CoverPen.WIDTH, 360, p.ground());
            pen.box(0, 540, CoverPen.WIDTH, 10, p.foil());
            pen.box(0, 556, CoverPen.WIDTH, 2.5, p.foil());
            CoverLabel label = CoverLabel.fit(words, 460, 286);
            label.draw(pen, 306, 586 + (286 - label.height()) / 2, "middle", p.foil(), p.foil());
        }
    },
    /** The motif all over, with a bright band across it. */
    BAND {
        @Override
        void draw(CoverPen pen, CoverDice dice, CoverMotif motif, CoverWords words) {
            CoverPalette p = pen.palette();
            motif(pen, dice, motif, 0, 0, CoverPen.WIDTH, CoverPen.HEIGHT);
            CoverLabel label = CoverLabel.fit(words, 460, 300);
            double height = Math.max(230, label.height() + 76);
            double top = dice.heads() ? 110 : 790 - height;
            pen.box(0, top - 12, CoverPen.WIDTH, height + 24, p.ground());
            pen.box(0, top, CoverPen.WIDTH, height, p.foil());
            pen.box(0, top + 10, CoverPen.WIDTH, 2, p.ground());
            pen.box(0, top + height - 12, CoverPen.WIDTH, 2, p.ground());
            label.draw(pen, 306, top + (height - label.height()) / 2, "middle", p.ground(), p.ground());
        }
    },
    /** The motif in a framed window, the lettering below it. */
    WINDOW {
        @Override
        void draw(CoverPen pen, CoverDice dice, CoverMotif motif, CoverWords words) {
            CoverPalette p = pen.palette();
            motif(pen, dice, motif, 76, 66, 460, 470);
            if (dice.heads()) {
                pen.fill(CoverFrame.arch(76).box(70, 60, 472, 482), p.ground());
                pen.stroke(CoverFrame.arch(76), p.foil(), 5);
                pen.stroke(CoverFrame.arch(66), p.foil(), 1.5);
            } else {
                pen.stroke(new CoverPath().box(76, 66, 460, 470), p.foil(), 5);
                pen.stroke(new CoverPath().box(66, 56, 480, 490), p.foil(), 1.5);
            }
            CoverLabel label = CoverLabel.fit(words, 460, 286);
            label.draw(pen, 306, 574 + (286 - label.height()) / 2, "middle", p.foil(), p.foil());
        }
    },
    /** A Greek key all around, with the lettering above a round picture. */
    MEDALLION {
        @Override
        void draw(CoverPen pen, CoverDice dice, CoverMotif motif, CoverWords words) {
            CoverPalette p = pen.palette();
            motif(pen, dice, motif, 131, 440, 350, 350);
            pen.fill(new CoverPath().box(120, 430, 372, 372).disc(306, 615, 170), p.ground());
            pen.ring(306, 615, 172, p.foil(), 4);
            pen.ring(306, 615, 182, p.foil(), 1.5);
            CoverFrame.meander(pen);
            CoverLabel label = CoverLabel.fit(words, 400, 290);
            label.draw(pen, 306, 98 + (290 - label.height()) / 2, "middle", p.foil(), p.foil());
        }
    };

    /** Whether the lettering leaves enough of the motif to be recognised. */
    boolean suits(CoverMotif motif) {
        return motif.pattern() || this != PLATE && this != BAND;
    }

    abstract void draw(CoverPen pen, CoverDice dice, CoverMotif motif, CoverWords words);

    private static void motif(
            CoverPen pen, CoverDice dice, CoverMotif motif, double x, double y, double width, double height) {
        pen.open(x, y, width, height);
        motif.draw(pen, dice, width, height);
        pen.close();
    }
}
