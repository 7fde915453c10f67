package org.stoa.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Members who review products of their own, and what they write. */
final class Reviewers {
    private final Shop shop;
    private final String domain = UUID.randomUUID() + ".reviewers.example";
    private int members;

    Reviewers(Shop shop) {
        this.shop = shop;
    }

    /** A member who has just signed in. */
    Visitor member(String name) {
        var visitor = shop.visitor();
        var email = "m%d@%s".formatted(members++, domain);
        visitor.form("/sign-up", Map.of("email", email, "name", name, "password", Members.PASSWORD));
        return signIn(visitor, email);
    }

    /** So many members who have just signed in. */
    List<Visitor> members(int count) {
        var all = new ArrayList<>(List.of(member("Ada 0")));
        // Passwords are dear to hash: all have that of the first.
        for (int i = 1; i < count; i++) {
            var email = "m%d@%s".formatted(members++, domain);
            shop.sql("insert into member (email, name, password_hash) select '%s', 'Ada %d', password_hash from member"
                            .formatted(email, i)
                    + " where email = 'm%d@%s'".formatted(members - 1 - i, domain));
            all.add(signIn(shop.visitor(), email));
        }
        return all;
    }

    private static Visitor signIn(Visitor visitor, String email) {
        var signedIn = Members.signIn(visitor, email, Members.PASSWORD);
        assertThat(signedIn.status()).as("%s", signedIn).isEqualTo(303);
        return visitor;
    }

    /** A product of that slug, which nobody knows yet. */
    long product(String slug) {
        shop.sql("""
                insert into product (slug, sku, title, sort_title, description, price, stock, status, category_id, attributes)
                select '%1$s', '%1$s', 'Reviewed: %1$s', 'reviewed %1$s', '', 9.90, 3, 'ACTIVE', min(id), '{"author": "Nobody"}'
                  from category""".formatted(slug));
        return shop.longs("select id from product where slug = '" + slug + "'").get(0);
    }

    /** Reviews by members who never sign in, one for each rating, the last one is the newest. */
    void reviews(long product, int... ratings) {
        for (int rating : ratings) {
            shop.sql("""
                    with author as (
                        insert into member (email, name) values ('m%d@%s', 'Ada') returning id)
                    insert into review (product_id, member_id, rating, body) select %d, id, %d, 'Text.' from author
                    """.formatted(members++, domain, product, rating));
        }
    }

    /** Takes away all members and products that were made here. */
    void tidy(String slugs) {
        shop.sql("delete from product where slug like '" + slugs + "%'");
        shop.sql("delete from member where email like '%@" + domain + "'");
    }
}
