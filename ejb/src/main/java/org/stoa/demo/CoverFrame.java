package org.stoa.demo;

/** The outlines of labels, windows and borders. */
final class CoverFrame {
    private CoverFrame() {}

    /** A box whose corners may be bitten off. */
    static CoverPath plate(double x, double y, double width, double height, double bite) {
        return new CoverPath()
                .move(x + bite, y)
                .line(x + width - bite, y)
                .arc(bite, bite, false, x + width, y + bite)
                .line(x + width, y + height - bite)
                .arc(bite, bite, false, x + width - bite, y + height)
                .line(x + bite, y + height)
                .arc(bite, bite, false, x, y + height - bite)
                .line(x, y + bite)
                .arc(bite, bite, false, x + bite, y)
                .close();
    }

    /** A window with a round top, its left edge so far from the left of the cover. */
    static CoverPath arch(double left) {
        double radius = 306 - left;
        double foot = 612 - left;
        return new CoverPath()
                .move(left, foot)
                .line(left, 296)
                .arc(radius, radius, true, 306 + radius, 296)
                .line(306 + radius, foot)
                .close();
    }

    /** Draws rules all around the cover, with a Greek key at the top and the bottom. */
    static void meander(CoverPen pen) {
        String foil = pen.palette().foil();
        pen.stroke(new CoverPath().box(46, 34, 520, 832), foil, 3);
        for (double top : new double[] {44, 832}) {
            pen.stroke(CoverMotifMaze.key(56, top, 6, 14), pen.palette().figure(), 4);
        }
        pen.stroke(new CoverPath().box(46, 78, 520, 744), foil, 1.5);
    }
}
