package org.stoa.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.stoa.Refusal;

class PasswordsTest {
    @Test
    void of_a_flood_only_so_many_wait_and_the_others_are_refused_at_once() throws Exception {
        var passwords = new Passwords();
        passwords.start(Executors.defaultThreadFactory());
        var visitors = Executors.newFixedThreadPool(60);
        try {
            var tries = new ArrayList<Future<Boolean>>();
            for (int i = 0; i < 60; i++) {
                tries.add(visitors.submit(() -> passwords.matches(PasswordHash.OF_NOBODY, "a long walk")));
            }
            int refused = 0;
            for (var attempt : tries) {
                try {
                    assertThat(attempt.get()).isFalse();
                } catch (ExecutionException e) {
                    assertThat(((Refusal) e.getCause()).kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);
                    refused++;
                }
            }
            assertThat(refused).isPositive();
            assertThat(passwords.matches(PasswordHash.OF_NOBODY, "and then it goes on"))
                    .isFalse();
        } finally {
            visitors.shutdownNow();
            passwords.stop();
        }
        assertThatThrownBy(() -> passwords.hash("too late")).isInstanceOf(Refusal.class);
    }
}
