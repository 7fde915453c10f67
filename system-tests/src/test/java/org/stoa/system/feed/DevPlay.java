package org.stoa.system.feed;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.stoa.cluster.Cluster;
import org.stoa.cluster.Installation;

public final class DevPlay {
    public static void main(String... a) throws Exception {
        var cluster = new Cluster(Installation.of(Path.of(System.getProperty("stoa.root"))), Path.of(a[0]));
        var report = new Report(System.out::println);
        try (var play = new FeedPlay(cluster, System.out::println)) {
            for (int i = 1; i < a.length; i++) {
                long t = System.nanoTime();
                if (a[i].equals("ages")) {
                    report.ages("at rest", play.ages(100));
                } else if (a[i].equals("bugs")) {
                    for (var bug : Plant.bugs()) report.bug(bug, play.unplanted(bug), play.planted(bug));
                } else if (a[i].equals("run")) {
                    var stage = play.begin();
                    play.run(
                            stage,
                            Duration.ofMillis(10),
                            List.of(new Nemesis("nothing", () -> {}, Duration.ofSeconds(5), () -> {})));
                    report.run(stage, play.verdict(stage));
                } else if (a[i].equals("quick")) {
                    System.out.println(play.quickly());
                } else if (a[i].startsWith("round")) {
                    var stage = play.begin();
                    play.run(
                            stage,
                            Duration.ofMillis(10),
                            new Schedule(stage, Duration.ofSeconds(Integer.parseInt(a[i].substring(5))), System.out::println));
                    report.run(stage, play.verdict(stage));
                } else {
                    var bug = Plant.valueOf(a[i]);
                    var t1 = System.nanoTime();
                    var w = play.unplanted(bug);
                    var t2 = System.nanoTime();
                    report.bug(bug, w, play.planted(bug));
                    System.out.println("  unplanted " + (t2 - t1) / 1e9 + " planted " + (System.nanoTime() - t2) / 1e9);
                }
                System.out.println(a[i] + " took " + (System.nanoTime() - t) / 1e9);
            }
        }
        System.exit(0);
    }
}
