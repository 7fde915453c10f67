package org.stoa.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadAddressTest {
    private static final RawAnswer HIT = new RawAnswer(200, "HTTP/1.1 200 OK\r\nCache-Status: stoa; hit", new byte[0]);
    private static final RawAnswer MADE =
            new RawAnswer(200, "HTTP/1.1 200 OK\r\nCache-Status: stoa; fwd=stale", new byte[0]);

    private final ReadAddress address = new ReadAddress(ReadAddress.Kind.PRODUCT_PAGE, "/products/walden");

    @Test
    void changes_that_nobody_read_in_between_are_one() {
        address.change();
        address.change();
        read(MADE);
        read(HIT);
        address.change();
        read(MADE);

        assertThat(address.tally()).isEqualTo(new ReadTally(1, 2, 2));
    }

    @Test
    void who_asked_before_the_change_has_not_read_it() {
        long asked = System.nanoTime() - 1;
        address.change();
        address.read(asked, MADE);

        assertThat(address.tally().changesRead()).isZero();
    }

    private void read(RawAnswer answer) {
        // A clock may stand still for a moment; who asks after a change asks later.
        address.read(System.nanoTime() + 1, answer);
    }
}
