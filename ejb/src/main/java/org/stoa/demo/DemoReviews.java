package org.stoa.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stoa.catalogue.ProductId;
import org.stoa.demo.DemoOpinions.Opinion;
import org.stoa.demo.DemoOpinions.Remark;
import org.stoa.member.Email;
import org.stoa.member.MemberId;
import org.stoa.member.Members;
import org.stoa.review.ReviewText;
import org.stoa.review.Reviews;

/**
 * What readers said of the demo shop's books, the same each time but for the days. Readers are members into whose accounts
 * nobody can sign in.
 */
@ApplicationScoped
class DemoReviews {
    /** One book in so many gets remarks that fit any book. */
    private static final int ONE_IN = 3;

    private static final int MOST_REMARKS = 3;
    private static final Duration OLDEST = Duration.ofDays(400);

    @Inject
    private Members members;

    @Inject
    private Reviews reviews;

    /**
     * Adds them, in the transaction of the caller.
     *
     * @param books the ids of the books by their titles
     */
    void add(Map<String, ProductId> books) {
        var opinions = DemoFiles.opinions();
        var readers = readers(opinions.readers());
        var now = Instant.now();
        var all = new ArrayList<>(all(opinions, books.keySet().stream().sorted().toList()));
        // The newest have the highest ids, as if they had come one by one.
        all.sort(Comparator.comparing(DemoReviews::age).reversed());
        for (var opinion : all) {
            reviews.bring(
                    books.get(opinion.book()),
                    readers.get(opinion.reader()),
                    new ReviewText(opinion.rating(), opinion.title(), opinion.text()),
                    now.minus(age(opinion)));
        }
    }

    private static Duration age(Opinion opinion) {
        var dice = new CoverDice(opinion.book() + "\n" + opinion.reader());
        return Duration.ofMinutes(dice.between(0, (int) OLDEST.toMinutes()));
    }

    private Map<String, MemberId> readers(List<String> names) {
        var readers = new HashMap<String, MemberId>();
        for (int i = 0; i < names.size(); i++) {
            var email = new Email("reader-%d@stoa.invalid".formatted(i + 1));
            readers.put(names.get(i), members.openForNobody(email, names.get(i)));
        }
        return readers;
    }

    /** Opinions of certain books, and remarks on some of those of which nobody has one. */
    static List<Opinion> all(DemoOpinions opinions, List<String> titles) {
        var all = new ArrayList<>(opinions.reviews());
        var known = opinions.reviews().stream().map(Opinion::book).toList();
        for (var title : titles) {
            var dice = new CoverDice(title);
            if (!known.contains(title) && dice.between(1, ONE_IN) == 1) {
                all.addAll(remarks(opinions, title, dice));
            }
        }
        return all;
    }

    private static List<Opinion> remarks(DemoOpinions opinions, String title, CoverDice dice) {
        var readers = new ArrayList<>(opinions.readers());
        var remarks = new ArrayList<Remark>(opinions.remarks());
        var made = new ArrayList<Opinion>();
        int number = dice.between(1, MOST_REMARKS);
        for (int i = 0; i < number; i++) {
            var reader = readers.remove(dice.between(0, readers.size() - 1));
            var remark = remarks.remove(dice.between(0, remarks.size() - 1));
            made.add(new Opinion(title, reader, remark.rating(), remark.title(), remark.text()));
        }
        return made;
    }
}
