package org.stoa.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.stoa.cluster.process.LaunchFailure;
import org.stoa.cluster.process.Member;
import org.stoa.cluster.process.Poll;
import org.stoa.cluster.process.StartWatch;

/**
 * In what order members are started.
 *
 * @param members who there is
 * @param watch starts them
 */
record Startup(Members members, StartWatch watch) {
    private static final Duration SHOP_LIMIT = Duration.ofSeconds(60);

    /** A list that is not empty: the demo shop is loaded. */
    private static final Pattern PRODUCTS = Pattern.compile("\"items\"\\s*:\\s*\\[\\s*\\{");

    void databases() {
        var promotion = new Promotion(members, watch);
        promotion.finish();
        primary();
        members.primary().dropSlotsBeyond(members.cluster().options().replicas());
        members.replicas().forEach(replica -> replica.start(watch));
        promotion.settled();
    }

    /** Its data are those that it is to have: no promotion is half done. */
    void primary() {
        watch.start(List.of(members.primary()));
        members.primary().createDatabase();
    }

    void servers() {
        // The balancer and the mail catcher are ready before a clone is, so nobody waits for them.
        var together = new ArrayList<Member>(List.of(members.balancer(), members.mail()));
        together.addAll(members.clones());
        watch.start(together);
    }

    void shop() {
        if (!members.cluster().options().demo()) {
            return;
        }
        var products = Http.local(members.ports().balancer(), "/api/v1/products?limit=1");
        var open = Poll.until(SHOP_LIMIT, Duration.ofMillis(250), () -> {
            requireClone();
            return Http.ask("GET", products)
                    .map(answer -> PRODUCTS.matcher(answer).find())
                    .orElse(false);
        });
        if (!open) {
            throw new LaunchFailure("the shop shows no products after " + SHOP_LIMIT.toSeconds() + " s (" + products
                    + "), see ./stoa logs node-1");
        }
        watch.progress().step("the shop is open");
    }

    /** Who ends the cluster meanwhile waits for this to notice. */
    private void requireClone() {
        if (members.clones().stream().noneMatch(clone -> clone.process().alive())) {
            throw new LaunchFailure("the clones have ended, see ./stoa logs node-1");
        }
    }

    /** Copies the primary once more. */
    void replicaAnew(MemberName name) {
        var promotion = new Promotion(members, watch);
        promotion.finish();
        members.replica(name.number()).startAnew(watch);
        promotion.settled(name);
    }

    void member(MemberName name) {
        var promotion = new Promotion(members, watch);
        switch (name.kind()) {
            case PRIMARY -> {
                promotion.finish();
                primary();
            }
            case REPLICA -> {
                promotion.finish();
                members.replica(name.number()).start(watch);
                promotion.settled(name);
            }
            case BALANCER, MAIL, NODE -> watch.start(List.of(members.member(name)));
        }
    }
}
