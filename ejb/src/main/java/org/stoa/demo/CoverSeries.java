package org.stoa.demo;

import static org.stoa.demo.CoverFace.CAPITALS;
import static org.stoa.demo.CoverFace.ITALIC;
import static org.stoa.demo.CoverFace.ROMAN;
import static org.stoa.demo.CoverLayout.BAND;
import static org.stoa.demo.CoverLayout.FLUSH;
import static org.stoa.demo.CoverLayout.FOOT;
import static org.stoa.demo.CoverLayout.HEAD;
import static org.stoa.demo.CoverLayout.MEDALLION;
import static org.stoa.demo.CoverLayout.PLATE;
import static org.stoa.demo.CoverLayout.WINDOW;
import static org.stoa.demo.CoverMotif.ARCADE;
import static org.stoa.demo.CoverMotif.ARCS;
import static org.stoa.demo.CoverMotif.BALLOONS;
import static org.stoa.demo.CoverMotif.CASTLE;
import static org.stoa.demo.CoverMotif.CITY;
import static org.stoa.demo.CoverMotif.ENVELOPES;
import static org.stoa.demo.CoverMotif.EYES;
import static org.stoa.demo.CoverMotif.FINGERPRINT;
import static org.stoa.demo.CoverMotif.FOLIAGE;
import static org.stoa.demo.CoverMotif.FOREST;
import static org.stoa.demo.CoverMotif.GEARS;
import static org.stoa.demo.CoverMotif.HILLS;
import static org.stoa.demo.CoverMotif.LABYRINTH;
import static org.stoa.demo.CoverMotif.LANCETS;
import static org.stoa.demo.CoverMotif.MEANDER;
import static org.stoa.demo.CoverMotif.MOON;
import static org.stoa.demo.CoverMotif.ORBITS;
import static org.stoa.demo.CoverMotif.PEAKS;
import static org.stoa.demo.CoverMotif.PETALS;
import static org.stoa.demo.CoverMotif.PHASES;
import static org.stoa.demo.CoverMotif.RAYS;
import static org.stoa.demo.CoverMotif.SAILS;
import static org.stoa.demo.CoverMotif.SCALES;
import static org.stoa.demo.CoverMotif.SHELL;
import static org.stoa.demo.CoverMotif.SHIELDS;
import static org.stoa.demo.CoverMotif.SPRIG;
import static org.stoa.demo.CoverMotif.STARS;
import static org.stoa.demo.CoverMotif.TEMPLE;
import static org.stoa.demo.CoverMotif.TESSERAE;
import static org.stoa.demo.CoverMotif.THEATRE;
import static org.stoa.demo.CoverMotif.WAVES;

import java.util.List;
import java.util.Locale;

/** The books of one category look related: they share a face and choose from the same few palettes and motifs. */
enum CoverSeries {
    GOTHIC_AND_HORROR(CAPITALS, List.of(MOON, LANCETS, FOREST, EYES, PHASES), List.of(HEAD, WINDOW, FOOT)),
    ADVENTURE(CAPITALS, List.of(SAILS, PEAKS, WAVES, RAYS, SCALES), List.of(HEAD, WINDOW, FOOT, BAND)),
    LOVE_AND_SOCIETY(ITALIC, List.of(PETALS, FOLIAGE, SPRIG, SCALES, ENVELOPES), List.of(PLATE, BAND, WINDOW)),
    CRIME_AND_MYSTERY(ROMAN, List.of(CITY, FINGERPRINT, EYES, LABYRINTH, MOON), List.of(FLUSH, FOOT, BAND)),
    SCIENCE_FICTION(ROMAN, List.of(ORBITS, PHASES, GEARS, STARS, RAYS), List.of(FLUSH, HEAD, FOOT, BAND)),
    SHORT_STORIES(ROMAN, List.of(ARCS, TESSERAE, PHASES, CITY, PETALS), List.of(BAND, FLUSH, PLATE, FOOT)),
    HISTORICAL_NOVELS(CAPITALS, List.of(SHIELDS, CASTLE, ARCADE, LANCETS, SAILS), List.of(PLATE, FOOT, WINDOW)),
    FAIRY_TALES(ITALIC, List.of(CASTLE, FOREST, STARS, MOON, SPRIG), List.of(WINDOW, HEAD, MEDALLION)),
    CHILDRENS_NOVELS(ROMAN, List.of(BALLOONS, HILLS, STARS, SAILS, FOREST), List.of(HEAD, FOOT, FLUSH)),
    EPIC(CAPITALS, List.of(SAILS, MEANDER, WAVES, LABYRINTH, SHIELDS), List.of(MEDALLION, BAND, PLATE, HEAD)),
    LYRIC_POETRY(ITALIC, List.of(SPRIG, MOON, FOLIAGE, HILLS, STARS), List.of(WINDOW, MEDALLION, PLATE)),
    PLAYS(CAPITALS, List.of(THEATRE, RAYS, TEMPLE, MEANDER, MOON), List.of(HEAD, MEDALLION, FOOT)),
    ANCIENT_PHILOSOPHY(CAPITALS, List.of(TEMPLE, LABYRINTH, MEANDER, ORBITS, THEATRE), List.of(MEDALLION, HEAD, FOOT)),
    MODERN_PHILOSOPHY(ROMAN, List.of(ARCS, ORBITS, PHASES, TESSERAE, SHELL), List.of(FLUSH, FOOT, HEAD, BAND)),
    POLITICS_AND_ECONOMICS(ROMAN, List.of(GEARS, RAYS, CITY, ARCS), List.of(FLUSH, BAND, FOOT)),
    NATURAL_SCIENCE(ROMAN, List.of(SHELL, SPRIG, ORBITS, FOLIAGE, PEAKS), List.of(FLUSH, WINDOW, HEAD)),
    HISTORY(CAPITALS, List.of(ARCADE, TEMPLE, SHIELDS, TESSERAE, THEATRE), List.of(BAND, FOOT, PLATE, HEAD)),
    TRAVEL(ROMAN, List.of(PEAKS, HILLS, SAILS, WAVES, BALLOONS), List.of(HEAD, WINDOW, FLUSH)),
    LIVES_AND_LETTERS(ITALIC, List.of(ENVELOPES, SPRIG, PETALS, FOLIAGE), List.of(PLATE, WINDOW, BAND)),
    OTHER(ROMAN, List.of(TESSERAE, MEANDER, STARS, ARCS), List.of(PLATE, BAND, FLUSH));

    private final CoverFace face;
    private final List<CoverMotif> motifs;
    private final List<CoverLayout> layouts;

    CoverSeries(CoverFace face, List<CoverMotif> motifs, List<CoverLayout> layouts) {
        this.face = face;
        this.motifs = motifs;
        this.layouts = layouts;
    }

    /** The series of a category like "fairy-tales"; OTHER for one without a series of its own. */
    static CoverSeries of(String category) {
        for (CoverSeries series : values()) {
            if (series.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(category)) {
                return series;
            }
        }
        return OTHER;
    }

    CoverFace face() {
        return face;
    }

    List<CoverMotif> motifs() {
        return motifs;
    }

    List<CoverLayout> layouts(CoverMotif motif) {
        return layouts.stream().filter(layout -> layout.suits(motif)).toList();
    }
}
