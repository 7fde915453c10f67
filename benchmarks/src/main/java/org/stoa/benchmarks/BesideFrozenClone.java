package org.stoa.benchmarks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.stoa.data.LookingClone;

/** A write with its look, below HTTP, while another process is frozen in the middle of a look, and while there is none. */
final class BesideFrozenClone {
    private static final int ROUNDS = 7;
    private static final int WRITES = 400;

    private final BenchmarkShop shop;
    private final Figures figures;

    BesideFrozenClone(BenchmarkShop shop, Figures figures) {
        this.shop = shop;
        this.figures = figures;
    }

    void measure() throws Exception {
        var alone = new ArrayList<Double>();
        var beside = new ArrayList<Double>();
        try (var clone = new LookingClone(shop.connect("primary"));
                var followed = new StockWriter(
                        shop.connect("primary"),
                        StockWriter.FOLLOWED,
                        shop.products().get(0))) {
            for (int round = 0; round < ROUNDS; round++) {
                var frozen = FrozenClone.start();
                try {
                    writeAndLook(followed, clone, beside);
                } finally {
                    frozen.end();
                }
                // Starting one disturbs for a while: both have that behind them.
                FrozenClone.start().end();
                writeAndLook(followed, clone, alone);
            }
        }
        figures.note(
                "a write with its look while another clone is frozen in the middle of one, %d rounds".formatted(ROUNDS),
                Times.of(beside).spread("ms") + " beside " + Times.of(alone).spread("ms") + " without it");
    }

    private static void writeAndLook(StockWriter followed, LookingClone clone, List<Double> times) throws SQLException {
        for (int n = 0; n < WRITES; n++) {
            times.add(Times.milliseconds(() -> {
                followed.write();
                clone.look();
            }));
        }
    }
}
