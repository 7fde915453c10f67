package org.stoa.imports;

/** Counts the records of a CSV file while it comes in; empty lines are none. */
final class RecordCount {
    private final RecordEnds ends = new RecordEnds();
    private boolean begun;
    private long records;

    void add(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (!ends.accept(bytes[i])) {
                begun = true;
            } else if (begun) {
                records++;
                begun = false;
            }
        }
    }

    /** All records so far without the header, 0 or more; the last counts though no line break ends it. */
    long withoutHeader() {
        return Math.max(0, records + (begun ? 1 : 0) - 1);
    }
}
