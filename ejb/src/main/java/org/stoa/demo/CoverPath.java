package org.stoa.demo;

/** The data of an SVG path, written with as few characters as a tenth of a pixel needs. */
final class CoverPath {
    private final StringBuilder data = new StringBuilder();

    /** The closed outline through these points, given as x and y in turn. */
    static CoverPath polygon(double... points) {
        CoverPath path = new CoverPath();
        for (int i = 0; i < points.length; i += 2) {
            path.add(i == 0 ? 'M' : 'L', points[i], points[i + 1]);
        }
        return path.close();
    }

    CoverPath move(double x, double y) {
        return add('M', x, y);
    }

    CoverPath line(double x, double y) {
        return add('L', x, y);
    }

    CoverPath curve(double controlX, double controlY, double x, double y) {
        return add('Q', controlX, controlY, x, y);
    }

    /** A curve that goes on in the direction of the one before. */
    CoverPath onTo(double x, double y) {
        return add('T', x, y);
    }

    /** The shorter arc of an ellipse, clockwise or not. */
    CoverPath arc(double radiusX, double radiusY, boolean clockwise, double x, double y) {
        return add('A', radiusX, radiusY, 0, 0, clockwise ? 1 : 0, x, y);
    }

    CoverPath close() {
        data.append('z');
        return this;
    }

    CoverPath disc(double x, double y, double radius) {
        return move(x - radius, y)
                .arc(radius, radius, true, x + radius, y)
                .arc(radius, radius, true, x - radius, y)
                .close();
    }

    CoverPath box(double x, double y, double width, double height) {
        data.append('M').append(number(x)).append(' ').append(number(y));
        data.append('h').append(number(width)).append('v').append(number(height));
        data.append('h').append(number(-width)).append('z');
        return this;
    }

    /** A pointed leaf between two points; the bulge is its half width as a share of its length. */
    CoverPath leaf(double x1, double y1, double x2, double y2, double bulge) {
        double across = (y1 - y2) * bulge * 2;
        double along = (x2 - x1) * bulge * 2;
        double x = (x1 + x2) / 2;
        double y = (y1 + y2) / 2;
        return move(x1, y1)
                .curve(x + across, y + along, x2, y2)
                .curve(x - across, y - along, x1, y1)
                .close();
    }

    private CoverPath add(char command, double... numbers) {
        data.append(command);
        for (int i = 0; i < numbers.length; i++) {
            String number = number(numbers[i]);
            if (i > 0 && number.charAt(0) != '-') {
                data.append(' ');
            }
            data.append(number);
        }
        return this;
    }

    static String number(double value) {
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
    }

    @Override
    public String toString() {
        return data.toString();
    }
}
