package org.stoa.web.job;

import java.text.MessageFormat;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.stoa.web.site.Texts;

/**
 * What there is to tell after jobs were changed.
 *
 * @param text in words
 * @param problem whether not all is as it was wanted
 */
public record JobsNotice(String text, boolean problem) {
    private static final Set<String> KNOWN = Set.of("jobs-retried", "jobs-cancelled");
    private static final String NONE_MATCHED = "jobs-none-matched";
    private static final String NUMBER = "[0-9]{1,4}";

    /** The parameters of an address that tells what became of all jobs that matched. */
    static String ofAll(String notice, ChosenJobs.Tally tally) {
        return tally.chosen() == 0 ? "notice=" + NONE_MATCHED : parameters(notice, tally);
    }

    /** The parameters of an address that tells what became of jobs. */
    static String parameters(String notice, ChosenJobs.Tally tally) {
        return "notice=%s&changed=%d&chosen-jobs=%d".formatted(notice, tally.changed(), tally.chosen());
    }

    /** What an address tells, or null; {@code parameter} tells the value of a parameter, or null. */
    static JobsNotice of(UnaryOperator<String> parameter) {
        var notice = parameter.apply("notice");
        if (NONE_MATCHED.equals(notice)) {
            return new JobsNotice(Texts.get("notice." + NONE_MATCHED), true);
        }
        var changed = String.valueOf(parameter.apply("changed"));
        var chosen = String.valueOf(parameter.apply("chosen-jobs"));
        if (notice == null || !KNOWN.contains(notice) || !changed.matches(NUMBER) || !chosen.matches(NUMBER)) {
            return null;
        }
        int all = Integer.parseInt(chosen);
        int done = Integer.parseInt(changed);
        if (all == 0) {
            return new JobsNotice(Texts.get("notice.jobs-none-chosen"), true);
        }
        var text = MessageFormat.format(Texts.get("notice." + notice), done, all);
        return done < all
                ? new JobsNotice(text + " " + Texts.get("notice.jobs-moved-on"), true)
                : new JobsNotice(text, false);
    }
}
