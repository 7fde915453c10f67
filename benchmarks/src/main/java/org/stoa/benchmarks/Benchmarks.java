package org.stoa.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.stoa.cluster.Installation;
import org.stoa.trial.TrialWork;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Measures what the shop promises about speed. Each figure is a ratio of two things that were measured side by side in this
 * run, so that it says something on a busy machine too.
 */
@Command(name = "benchmarks/run", description = "Measures on a cluster of its own.", mixinStandardHelpOptions = true)
public final class Benchmarks implements Callable<Integer> {
    /** What can be measured. */
    enum Name {
        IMPORT,
        SEARCH,
        FEED,
        CACHE,
        JOBS
    }

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "${COMPLETION-CANDIDATES}; all without a name.")
    private Set<Name> names = EnumSet.allOf(Name.class);

    @Option(
            names = "--books",
            paramLabel = "FILE",
            description = "A CSV file with the columns of goodbooks-10k; without it, 10,000 made-up books.")
    private Path books;

    private Benchmarks() {}

    /**
     * Runs them; ends with 1 if a promise was not kept.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String... arguments) {
        var line = new CommandLine(new Benchmarks()).setCaseInsensitiveEnumValuesAllowed(true);
        System.exit(line.execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        boolean kept = !asks(Name.IMPORT, Name.SEARCH, Name.FEED, Name.CACHE) || isShopKept();
        if (asks(Name.JOBS)) {
            kept &= areJobsKept();
        }
        return kept ? 0 : 1;
    }

    private boolean asks(Name... any) {
        return Stream.of(any).anyMatch(names::contains);
    }

    private boolean isShopKept() throws Exception {
        try (var shop = BenchmarkShop.open()) {
            var csv = books == null ? GeneratedBooks.csv() : Files.readAllBytes(books);
            boolean kept = true;
            if (names.contains(Name.IMPORT)) {
                kept &= new ImportBenchmark(shop, csv).run();
            } else {
                shop.importBooks(csv);
            }
            if (names.contains(Name.SEARCH)) {
                kept &= new SearchBenchmark(shop, shop.wordsOfTitles()).run();
            }
            if (names.contains(Name.FEED)) {
                kept &= new FeedBenchmark(shop).run();
            }
            if (names.contains(Name.CACHE)) {
                kept &= new CacheBenchmark(shop).run();
            }
            return kept;
        }
    }

    /** In a cluster of its own, because its application is not quite the one that is shipped. */
    private boolean areJobsKept() throws Exception {
        try (var shop = BenchmarkShop.open(withTrial(BenchmarkShop.installation()))) {
            return new JobsBenchmark(shop).run();
        }
    }

    private static Installation withTrial(Installation shipped) {
        var directory = BenchmarkShop.directory().resolveSibling("trial").toAbsolutePath();
        return EarWithWorks.of(shipped, directory, TrialWork.class);
    }
}
