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
    /**
     * All of them, each with whatever else is asked for.
     *
     * @param counts how many jobs are in each state, whatever else is asked for
     */
    static List<StateTab> of(Map<JobState, Integer> counts, JobFilter filter) {
        return Stream.concat(
                        Stream.of(tab("", "jobs.state.all", Optional.empty(), filter)),
                        Stream.of(JobState.values())
                                .map(state -> tab(
                                        state.key(),
                                        "jobs.state." + state.key(),
                                        // Of the jobs that are asked for there may be fewer.
                                        Optional.ofNullable(counts.get(state)).filter(count -> !filter.isNarrowed()),
                                        filter)))
                .toList();
    }

    private static StateTab tab(String state, String text, Optional<Integer> count, JobFilter filter) {
        return new StateTab(
                state,
                Texts.get(text),
                count.map(StateTab::words).orElse(""),
                StaffJobsPage.ADDRESS + filter.inState(state).parameters(),
                state.equals(filter.parts().getOrDefault("state", "")));
    }

    private static String words(int count) {
        return NumberFormat.getIntegerInstance(Formats.LOCALE).format(count)
                + (count >= JobSearch.MOST_COUNTED ? "+" : "");
    }
}
