package org.stoa.demo;

/**
 * What is to be read on a cover.
 *
 * @param title the title without its subtitle
 * @param subtitle the subtitle, may be empty
 * @param author the author, may be empty
 * @param year the year of first publication as text, may be empty
 * @param face how the title is set
 * @param ornament which of the small ornaments stands below the title
 */
record CoverWords(String title, String subtitle, String author, String year, CoverFace face, int ornament) {
    static final int ORNAMENTS = 5;

    static CoverWords of(String fullTitle, String author, int year, CoverFace face, int ornament) {
        String[] parts = fullTitle.strip().split("\\s*[:;]\\s+", 2);
        boolean split = parts.length == 2 && !parts[0].isBlank();
        String title = split ? parts[0] : fullTitle;
        return new CoverWords(title, split ? parts[1] : "", author, year(year), face, ornament);
    }

    /** The year as a reader writes it: negative ones are before Christ, and 0, which never was, means unknown. */
    static String year(int year) {
        if (year == 0) {
            return "";
        }
        if (year < 0) {
            return -year + " BC";
        }
        return year < 1000 ? "AD " + year : String.valueOf(year);
    }
}
