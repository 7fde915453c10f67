package org.stoa.web.cart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoa.web.site.Texts;

class CartNoticeTest {
    @ParameterizedTest
    @EnumSource
    void a_notice_is_found_by_its_name_in_addresses(CartNotice notice) {
        assertThat(CartNotice.fromKey(notice.key())).contains(notice);
    }

    @ParameterizedTest
    @EnumSource
    void every_notice_has_words(CartNotice notice) {
        assertThat(Texts.find("notice." + notice.key())).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void a_notice_has_a_limit_if_its_words_name_one(CartNotice notice) {
        assertThat(Texts.get("notice." + notice.key()).contains("{0}")).isEqualTo(notice.limit() > 0);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"NOT_ENOUGH_STOCK", "no-such-thing", "<script>"})
    void an_unknown_name_is_no_notice(String key) {
        assertThat(CartNotice.fromKey(key)).isEmpty();
    }
}
