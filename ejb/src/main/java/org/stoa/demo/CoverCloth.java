package org.stoa.demo;

import java.util.List;

/** The palettes of each series. */
final class CoverCloth {
    private CoverCloth() {}

    /** Ground, figure and foil; the contrast between ground and foil has to be enough for reading. */
    static List<CoverPalette> palettes(CoverSeries series) {
        return switch (series) {
            case GOTHIC_AND_HORROR ->
                CoverPalette.list("191a22 8c2f3a ece0c8", "1f2a2e 55757a efe6d2", "2b1526 94466a f3e2cf");
            case ADVENTURE -> CoverPalette.list("12344d d9822b f5e8c9", "7d2a1c e09a3a f8ebcf", "f1e1bd c9572c 14384f");
            case LOVE_AND_SOCIETY ->
                CoverPalette.list("f5e3da cf8793 5c1a34", "6b2440 d48a9b faebe2", "33493f cf8f80 f7e8da");
            case CRIME_AND_MYSTERY ->
                CoverPalette.list("16191d c8372d f0e9d8", "e9dcbd ba3a2c 1c1d24", "1f323b d6a22f f4ebd6");
            case SCIENCE_FICTION ->
                CoverPalette.list("141c40 e4633d f2e4cc", "0c2c35 2f9c93 f6ebd0", "ece1c9 e2683c 1b2b4d");
            case SHORT_STORIES ->
                CoverPalette.list("f2e3c4 d8603a 23343f", "2d4a4f d99a4e f5ead4", "7a2f26 e0a458 f8ead2");
            case HISTORICAL_NOVELS ->
                CoverPalette.list("5c1f22 b98a3e f4e6c8", "22364a b08d4f f2e7cf", "3b4426 b3954c f3e9cc");
            case FAIRY_TALES ->
                CoverPalette.list("1d2f5a b86b92 f8e7c2", "20493f d18a5b f9ebcb", "4a2150 c98a45 fae8c8");
            case CHILDRENS_NOVELS ->
                CoverPalette.list("f7e6bb e0673f 1d4757", "18506a e89a3c fbeecb", "cfe3dc df6b4a 1f3f4c");
            case EPIC -> CoverPalette.list("1a2f45 b5793a f3e5c6", "efdcb8 b14a2b 1f2f3f", "6e2a1d d3964a f7e6c6");
            case LYRIC_POETRY ->
                CoverPalette.list("e6e8d6 7f9c77 26403a", "2b3a55 8a9cc0 f4ecd8", "f3e4e0 b9808f 432a4d");
            case PLAYS -> CoverPalette.list("7a1720 d19a45 f9e8c8", "221f2b b23a3f f3e5c8", "f3e2bd a8262c 2a1b22");
            case ANCIENT_PHILOSOPHY ->
                CoverPalette.list("f0e4c9 b8673b 22394f", "1f4a5c c9935a f6ead0", "7c3420 d8a060 f8ead0");
            case MODERN_PHILOSOPHY ->
                CoverPalette.list("e9e3d3 6c8aa0 22303d", "2c2f3d 8b84b5 f1eadb", "23484a 6fa394 f3ecda");
            case POLITICS_AND_ECONOMICS ->
                CoverPalette.list("a3241f d99a74 fbeedb", "efe3c8 b8352a 232a30", "26333d b5493a f3e8d2");
            case NATURAL_SCIENCE ->
                CoverPalette.list("1f4638 79a06a f5edd2", "efe9d0 6d9466 20392f", "17404c 6aa3a0 f6edd4");
            case HISTORY -> CoverPalette.list("4a2a1d b5813f f4e6ca", "ece0c4 a8572f 2b2f38", "2a3b3a a98f58 f2e8cf");
            case TRAVEL -> CoverPalette.list("f4e4c2 d9773d 1a4a5a", "1b4f5f e0a050 f8ecd0", "8a3b22 e3a45c faecd2");
            case LIVES_AND_LETTERS ->
                CoverPalette.list("efe2cf b5655a 2b3550", "38405c b08f9d f5ebdc", "54323a c79a86 f7ebdd");
            case OTHER -> CoverPalette.list("243b4a b98b50 f4e8cf", "efe5cd 8f6f4a 26333f");
        };
    }
}
