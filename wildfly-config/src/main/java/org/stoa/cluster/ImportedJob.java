package org.stoa.cluster;

import java.util.Set;

/**
 * What the shop says of a job that imports.
 *
 * @param state ready, waiting, running, done, dead or cancelled
 * @param done rows that are done
 * @param total rows in all; 0 where they are not known
 * @param error why it failed, or empty
 * @param created products that are new; they and the others are 0 before the end
 * @param updated products that were changed
 * @param unchanged products that were as the file says
 * @param refused rows that could not be taken
 */
record ImportedJob(
        String state, long done, long total, String error, long created, long updated, long unchanged, long refused) {
    private static final Set<String> ENDS = Set.of("done", "dead", "cancelled");

    static ImportedJob parse(String json) {
        return new ImportedJob(
                JsonText.string(json, "state").orElse("unknown"),
                JsonText.number(json, "done"),
                JsonText.number(json, "total"),
                JsonText.string(json, "error").orElse("no reason is known"),
                JsonText.number(json, "created"),
                JsonText.number(json, "updated"),
                JsonText.number(json, "unchanged"),
                JsonText.number(json, "refused"));
    }

    boolean hasEnded() {
        return ENDS.contains(state);
    }

    boolean isDone() {
        return state.equals("done");
    }

    String progress() {
        return "%s %d/%d rows".formatted(state, done, total);
    }

    String counts() {
        return "%d created, %d updated, %d unchanged, %d refused".formatted(created, updated, unchanged, refused);
    }
}
