package org.stoa.web.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Stars as pages show them. */
@Named("stars")
@ApplicationScoped
public class StarsLine {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** So many halves of stars are filled: 0 to 10. */
    public int halves(BigDecimal average) {
        return average.multiply(TWO).setScale(0, RoundingMode.HALF_UP).intValue();
    }

    /** An average or a number of stars for people: 4.3, 5. */
    public String words(BigDecimal average) {
        return average.stripTrailingZeros().toPlainString();
    }
}
