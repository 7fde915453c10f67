package org.stoa.web.job;

import java.text.NumberFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.stoa.job.JobSearch;
import org.stoa.job.JobState;
import org.stoa.web.site.Formats;
import org.stoa.web.site.Texts;

/**
 * A way to the jobs in one state, or to all.
 *
 * @param state the name of the state, or empty
 * @param text the same in words
 * @param count how many there are; empty where they are not counted
 * @param link where they are listed
 * @param current whether they are shown
 */
public record StateTab(String state, String text, String count, String link, boolean current) {
    static List<StateTab> of(Map<JobState, Integer> counts, String chosen) {
        return Stream.concat(
                        Stream.of(tab("", "jobs.state.all", Optional.empty(), chosen)),
                        Stream.of(JobState.values())
                                .map(state -> tab(
                                        state.key(),
                                        "jobs.state." + state.key(),
                                        Optional.ofNullable(counts.get(state)),
                                        chosen)))
                .toList();
    }

    private static StateTab tab(String state, String text, Optional<Integer> count, String chosen) {
        return new StateTab(
                state,
                Texts.get(text),
                count.map(StateTab::words).orElse(""),
                StaffJobsPage.ADDRESS + (state.isEmpty() ? "" : "?state=" + state),
                state.equals(chosen));
    }

    private static String words(int count) {
        return NumberFormat.getIntegerInstance(Formats.LOCALE).format(count)
                + (count >= JobSearch.MOST_COUNTED ? "+" : "");
    }
}
