package org.stoa.web.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoa.member.PasswordRule;
import org.stoa.web.site.Texts;

class MemberFormTest {
    @ParameterizedTest
    @EnumSource
    void every_rule_of_passwords_has_a_text_that_tells_it_is_broken(PasswordRule rule) {
        assertThat(Texts.find(MemberForm.fault("password", rule))).isPresent();
    }
}
