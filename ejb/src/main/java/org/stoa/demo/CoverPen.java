package org.stoa.demo;

/** Writes the shapes and lines of text of one SVG image of 600 by 900 pixels. */
final class CoverPen {
    static final double WIDTH = 600;
    static final double HEIGHT = 900;

    private final StringBuilder svg = new StringBuilder();
    private final CoverPalette palette;

    CoverPen(CoverPalette palette) {
        this.palette = palette;
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 600 900\" width=\"600\" height=\"900\"")
                .append(" font-family=\"Palatino Linotype, Palatino, Book Antiqua, Georgia, serif\">");
        box(0, 0, WIDTH, HEIGHT, palette.ground());
    }

    CoverPalette palette() {
        return palette;
    }

    /** Begins a part with its own origin that is cut off at its edges, which needs no clip path and so no id. */
    void open(double x, double y, double width, double height) {
        svg.append("<svg x=\"").append(CoverPath.number(x));
        svg.append("\" y=\"").append(CoverPath.number(y));
        svg.append("\" width=\"").append(CoverPath.number(width));
        svg.append("\" height=\"").append(CoverPath.number(height)).append("\">");
    }

    void close() {
        svg.append("</svg>");
    }

    void box(double x, double y, double width, double height, String colour) {
        fill(new CoverPath().box(x, y, width, height), colour);
    }

    void disc(double x, double y, double radius, String colour) {
        fill(new CoverPath().disc(x, y, radius), colour);
    }

    void ring(double x, double y, double radius, String colour, double thickness) {
        stroke(new CoverPath().disc(x, y, radius), colour, thickness);
    }

    /** Fills a path; where its parts overlap, they cut holes into each other. */
    void fill(CoverPath path, String colour) {
        svg.append("<path fill=\"").append(colour);
        svg.append("\" fill-rule=\"evenodd\" d=\"").append(path).append("\"/>");
    }

    void stroke(CoverPath path, String colour, double thickness) {
        draw(path, "none", colour, thickness);
    }

    void draw(CoverPath path, String inside, String colour, double thickness) {
        svg.append("<path fill=\"").append(inside);
        svg.append("\" stroke=\"").append(colour);
        svg.append("\" stroke-width=\"").append(CoverPath.number(thickness));
        svg.append("\" d=\"").append(path).append("\"/>");
    }

    /** A shadow over whatever is there. */
    void shade(CoverPath path, double strength) {
        svg.append("<path opacity=\"")
                .append(strength)
                .append("\" d=\"")
                .append(path)
                .append("\"/>");
    }

    /** One line of text; the anchor is start or middle. */
    void text(String text, double x, double y, double size, CoverFace face, String anchor, String colour) {
        svg.append("<text x=\"").append(CoverPath.number(x));
        svg.append("\" y=\"").append(CoverPath.number(y));
        svg.append("\" font-size=\"").append(CoverPath.number(size));
        svg.append("\" text-anchor=\"").append(anchor);
        if (face.italic()) {
            svg.append("\" font-style=\"italic");
        }
        if (face.tracking() > 0) {
            svg.append("\" letter-spacing=\"").append(CoverPath.number(face.tracking() * size));
        }
        svg.append("\" fill=\"").append(colour).append("\">");
        escape(text);
        svg.append("</text>");
    }

    private void escape(String text) {
        text.codePoints().filter(CoverPen::allowedInXml).forEach(character -> {
            switch (character) {
                case '<' -> svg.append("&lt;");
                case '>' -> svg.append("&gt;");
                case '&' -> svg.append("&amp;");
                case '"' -> svg.append("&quot;");
                case '\'' -> svg.append("&#39;");
                default -> svg.appendCodePoint(character);
            }
        });
    }

    private static boolean allowedInXml(int character) {
        return character >= ' ' && !(character >= 0xd800 && character < 0xe000) && (character & 0xfffe) != 0xfffe;
    }

    String finish() {
        return svg + "</svg>";
    }
}
