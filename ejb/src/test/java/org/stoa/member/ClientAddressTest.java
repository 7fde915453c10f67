package org.stoa.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientAddressTest {
    @Test
    void addresses_of_one_ipv6_network_are_one() {
        assertThat(ClientAddress.of("2001:db8:1:2::1").key())
                .isEqualTo(ClientAddress.of("2001:db8:1:2:ffff::9").key())
                .isNotEqualTo(ClientAddress.of("2001:db8:1:3::1").key());
    }

    @Test
    void an_ipv4_address_is_itself() {
        assertThat(ClientAddress.of("10.0.0.1").key())
                .isNotEqualTo(ClientAddress.of("10.0.0.2").key());
        assertThat(ClientAddress.of(null).key()).hasSize(64);
    }
}
