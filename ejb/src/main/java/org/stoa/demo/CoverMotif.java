package org.stoa.demo;

/** The pictures a cover can show; each fills a space of any size, and the dice vary it. */
enum CoverMotif {
    MOON(CoverMotifSky::moon, false),
    PHASES(CoverMotifSky::phases, false),
    STARS(CoverMotifSky::stars, false),
    RAYS(CoverMotifSky::rays, true),
    ORBITS(CoverMotifSky::orbits, false),
    WAVES(CoverMotifSea::waves, true),
    SCALES(CoverMotifSea::scales, true),
    SAILS(CoverMotifSea::sails, false),
    HILLS(CoverMotifLand::hills, false),
    PEAKS(CoverMotifLand::peaks, false),
    FOREST(CoverMotifLand::forest, false),
    SPRIG(CoverMotifLeaf::sprig, false),
    FOLIAGE(CoverMotifLeaf::foliage, true),
    TEMPLE(CoverMotifBuilding::temple, false),
    LANCETS(CoverMotifTown::lancets, false),
    CITY(CoverMotifTown::city, false),
    CASTLE(CoverMotifTown::castle, false),
    THEATRE(CoverMotifBuilding::theatre, false),
    ARCADE(CoverMotifBuilding::arcade, true),
    LABYRINTH(CoverMotifMaze::labyrinth, false),
    ARCS(CoverMotifPattern::arcs, true),
    TESSERAE(CoverMotifPattern::tesserae, true),
    MEANDER(CoverMotifMaze::meander, true),
    PETALS(CoverMotifPattern::petals, true),
    FINGERPRINT(CoverMotifMaze::fingerprint, false),
    GEARS(CoverMotifThing::gears, false),
    SHIELDS(CoverMotifEmblem::shields, true),
    ENVELOPES(CoverMotifEmblem::envelopes, true),
    BALLOONS(CoverMotifThing::balloons, false),
    SHELL(CoverMotifThing::shell, false),
    EYES(CoverMotifEmblem::eyes, true);

    private final Drawing drawing;
    private final boolean pattern;

    CoverMotif(Drawing drawing, boolean pattern) {
        this.drawing = drawing;
        this.pattern = pattern;
    }

    /** Whether it looks good with a part covered, unlike a scene. */
    boolean pattern() {
        return pattern;
    }

    void draw(CoverPen pen, CoverDice dice, double width, double height) {
        drawing.draw(pen, dice, width, height);
    }

    /** How one motif fills a space of the given size. */
    private interface Drawing {
        void draw(CoverPen pen, CoverDice dice, double width, double height);
    }
}
