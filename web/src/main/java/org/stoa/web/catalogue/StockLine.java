package org.stoa.web.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Locale;
import org.stoa.catalogue.ProductStatus;

/** How much of a product there is, as shoppers are told. */
@Named("stock")
@ApplicationScoped
public class StockLine {
    /** So many or fewer are few: they are counted out. */
    static final int FEW = 5;

    /** The answers. */
    public enum Level {
        /** So many that the number does not matter. */
        PLENTY,
        /** So few that the number is told. */
        FEW,
        /** None at the moment. */
        NONE,
        /** None any more. */
        RETIRED
    }

    /** What to tell of a product. */
    public Level level(ProductStatus status, int pieces) {
        if (status != ProductStatus.ACTIVE) {
            return Level.RETIRED;
        }
        if (pieces == 0) {
            return Level.NONE;
        }
        return pieces <= FEW ? Level.FEW : Level.PLENTY;
    }

    /** The key of its words. */
    public String key(Level level) {
        return "stock." + level.name().toLowerCase(Locale.ROOT);
    }
}
