package org.stoa.demo;

import java.util.List;
import java.util.stream.Stream;

/**
 * The three colours of a cover.
 *
 * @param ground the cloth
 * @param figure the colour of most of the motif; carries no text
 * @param foil the lettering on the cloth, and the plate for lettering in the colour of the cloth
 */
record CoverPalette(String ground, String figure, String foil) {

    /** Reads palettes like "1b1a22 7d2b35 e9dfc9": ground, figure and foil. */
    static List<CoverPalette> list(String... palettes) {
        return Stream.of(palettes)
                .map(colours -> colours.split(" "))
                .map(colours -> new CoverPalette("#" + colours[0], "#" + colours[1], "#" + colours[2]))
                .toList();
    }

    /** A flat tint on the way from the ground (0) to the figure (1). */
    String tint(double share) {
        StringBuilder mixed = new StringBuilder("#");
        for (int channel = 0; channel < 3; channel++) {
            double value = channel(ground, channel) * (1 - share) + channel(figure, channel) * share;
            mixed.append(String.format("%02x", Math.round(value)));
        }
        return mixed.toString();
    }

    /** The contrast of two colours as WCAG 2 defines it, from 1 to 21. */
    static double contrast(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * linear(channel(colour, 0))
                + 0.7152 * linear(channel(colour, 1))
                + 0.0722 * linear(channel(colour, 2));
    }

    private static double linear(int value) {
        double share = value / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static int channel(String colour, int index) {
        return Integer.parseInt(colour.substring(1 + 2 * index, 3 + 2 * index), 16);
    }
}
