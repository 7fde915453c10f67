package org.stoa.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stoa.ear.FoundEntity.CATEGORY;
import static org.stoa.ear.FoundEntity.MEMBER;
import static org.stoa.ear.Patience.await;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stoa.Refusal;
import org.stoa.catalogue.Catalogue;
import org.stoa.catalogue.NewProduct;
import org.stoa.catalogue.ProductId;
import org.stoa.catalogue.Products;
import org.stoa.catalogue.Sku;
import org.stoa.data.ChangeFeed;
import org.stoa.data.Reader;
import org.stoa.data.SecondTry;
import org.stoa.data.StaleEntity;
import org.stoa.member.ClientAddress;
import org.stoa.member.MemberView;
import org.stoa.member.MemberViews;
import org.stoa.member.Members;
import org.stoa.member.RememberTokens;
import org.stoa.member.Role;
import org.stoa.member.SignIn;
import org.stoa.member.SignUp;
import org.stoa.money.Money;

/** What a clone keeps of categories and members in Hibernate's second-level cache, and what it never decides by that. */
@ExtendWith(ArquillianExtension.class)
class SecondLevelIT {
    private static final String PASSWORD = "lantern-orchard-7";

    @Inject
    private Catalogue catalogue;

    @Inject
    private Products products;

    @Inject
    private SignUp signUp;

    @Inject
    private SignIn signIn;

    @Inject
    private Members members;

    @Inject
    private MemberViews views;

    @Inject
    private RememberTokens devices;

    @Inject
    private SecondTry secondTry;

    @Inject
    private ChangeFeed feed;

    @PersistenceContext(unitName = "stoa")
    private EntityManager primary;

    @Resource
    private UserTransaction transaction;

    /** A pool after whose commits nobody looks. */
    @Resource(lookup = "java:jboss/datasources/StoaMigrations")
    private DataSource hand;

    private String slug;

    @Deployment
    @TargetsContainer("node-1")
    static EnterpriseArchive ear() {
        return RealEar.with(SecondLevelIT.class, FoundEntity.class);
    }

    @BeforeEach
    void a_category() {
        // The demo shop is loaded only where there is nothing yet.
        await(() -> catalogue.category("fiction"), Optional::isPresent);
        slug = "kept-" + UUID.randomUUID();
        products.addCategory(null, slug, "Kept", "", 0);
    }

    @AfterEach
    void changes_are_followed_again() throws SQLException {
        byHand("alter table category enable always trigger follow_update");
        byHand("alter table member enable always trigger follow_update");
    }

    @Test
    void a_category_is_selected_once_and_then_kept() throws Exception {
        byHand("update category set description = 'Not kept yet' where slug = '" + slug + "'");
        await(() -> found(CATEGORY, slug).value("description"), "Not kept yet"::equals);

        assertThat(kept(CATEGORY, slug).value("name")).isEqualTo("Kept");
    }

    @Test
    void a_member_is_kept_by_his_address() throws Exception {
        var member = member();

        assertThat(kept(MEMBER, member.email()).value("email")).isEqualTo(member.email());
    }

    @Test
    void a_change_by_hand_is_found_after_a_look() throws Exception {
        kept(CATEGORY, slug);

        byHand("update category set name = 'Renamed' where slug = '" + slug + "'");

        await(() -> found(CATEGORY, slug).value("name"), "Renamed"::equals);
    }

    @Test
    void a_change_of_a_member_by_hand_is_found_after_a_look() throws Exception {
        var member = member();
        kept(MEMBER, member.email());

        byHand("update member set epoch = epoch + 1 where id = " + member.id().value());

        await(() -> found(MEMBER, member.email()).value("epoch"), epoch -> epoch.equals(member.epoch() + 1));
    }

    @Test
    void who_read_a_row_before_it_changed_does_not_keep_it_after() throws Exception {
        long evicted = System.currentTimeMillis();
        primary.getEntityManagerFactory().getCache().evictAll();
        // Hibernate keeps nothing of who began in the millisecond of an eviction.
        await(System::currentTimeMillis, now -> now > evicted + 10);

        var before = FoundEntity.find(primary, transaction, CATEGORY, slug, () -> changeAndLook("Changed meanwhile"));

        assertThat(before.statements()).isPositive();
        assertThat(before.value("name")).isEqualTo("Kept");
        assertThat(found(CATEGORY, slug).value("name")).isEqualTo("Changed meanwhile");
    }

    private void changeAndLook(String name) {
        try (var reader = Reader.begin(List.of(), Optional.empty())) {
            byHand("update category set name = '" + name + "' where slug = '" + slug + "'");
            feed.lookFor(reader);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_change_of_the_schema_may_have_changed_everything() throws Exception {
        kept(CATEGORY, slug);

        byHand("comment on table category is 'Commented'");

        await(() -> found(CATEGORY, slug).statements(), statements -> statements > 0);
    }

    @Test
    void what_is_written_by_sql_leaves_what_is_kept_of_others_alone() throws Exception {
        kept(CATEGORY, slug);

        var member = member();
        devices.remember(member.id(), member.epoch());

        assertThat(found(CATEGORY, slug).statements()).isZero();
    }

    @Test
    void changes_by_hand_count_versions() throws Exception {
        var before = version(CATEGORY, slug);
        byHand("update category set position = position + 1 where slug = '" + slug + "'");
        await(() -> version(CATEGORY, slug), version -> version == before + 1);

        byHand("update category set position = position where slug = '" + slug + "'");
        byHand("update category set name = name || '!' where slug = '" + slug + "'");
        await(() -> version(CATEGORY, slug), version -> version == before + 2);
    }

    @Test
    void nothing_comes_into_a_category_that_is_another_one_by_now() throws Exception {
        unseen("category");
        kept(CATEGORY, slug);
        byHand("update category set slug = '" + slug + "-renamed' where slug = '" + slug + "'");

        assertThat(found(CATEGORY, slug).statements()).as("still kept").isZero();
        assertThatThrownBy(() -> products.add(book(slug))).isInstanceOf(StaleEntity.class);
        assertRefused(() -> secondTry.of(() -> products.add(book(slug))), Refusal.Kind.NOT_FOUND);
        assertThat(products.add(book(slug + "-renamed"))).isNotNull();
    }

    @Test
    void what_was_made_from_a_stale_category_is_made_again() throws Exception {
        unseen("category");
        kept(CATEGORY, slug);
        byHand("update category set name = 'Unseen' where slug = '" + slug + "'");

        assertThatThrownBy(() -> products.add(book(slug))).isInstanceOf(StaleEntity.class);
        ProductId added = secondTry.of(() -> products.add(book(slug)));

        assertThat(added.value()).isPositive();
        assertThat(found(CATEGORY, slug).value("name")).isEqualTo("Unseen");
    }

    @Test
    void who_was_signed_out_by_hand_is_not_let_pass_by_what_is_kept() throws Exception {
        var member = member();
        unseen("member");
        kept(MEMBER, member.email());
        byHand("update member set epoch = epoch + 1 where id = " + member.id().value());

        assertThat(found(MEMBER, member.email()).value("epoch"))
                .as("still kept")
                .isEqualTo(member.epoch());
        assertThatThrownBy(() -> members.signOutEverywhere(member.id(), member.epoch()))
                .isInstanceOf(StaleEntity.class);
        assertRefused(
                () -> secondTry.of(() -> members.signOutEverywhere(member.id(), member.epoch())),
                Refusal.Kind.CONFLICT);
        assertThat(views.find(member.id()).orElseThrow().epoch()).isEqualTo(member.epoch() + 1);
    }

    @Test
    void who_is_signed_in_now_is_not_refused_by_what_is_kept() throws Exception {
        var member = member();
        unseen("member");
        kept(MEMBER, member.email());
        byHand("update member set epoch = epoch + 1 where id = " + member.id().value());

        assertThat(found(MEMBER, member.email()).value("epoch"))
                .as("still kept")
                .isEqualTo(member.epoch());
        assertThat(members.signOutEverywhere(member.id(), member.epoch() + 1)).isEqualTo(member.epoch() + 2);
    }

    @Test
    void whoever_is_kept_as_staff_is_none_once_he_was_demoted() throws Exception {
        var member = member();
        byHand("update member set role = 'staff' where id = " + member.id().value());
        var device = devices.remember(member.id(), member.epoch()).orElseThrow();
        assertThat(views.find(member.id()).orElseThrow().isStaff()).isTrue();
        unseen("member");
        kept(MEMBER, member.email());

        byHand("update member set role = 'member' where id = " + member.id().value());

        assertThat(found(MEMBER, member.email()).statements()).as("still kept").isZero();
        assertThat(views.find(member.id()).orElseThrow().isStaff()).isFalse();
        assertThat(devices.use(device).orElseThrow().role()).isEqualTo(Role.MEMBER);
        assertThat(signedIn(member.email()).isStaff()).isFalse();
    }

    @Test
    void whose_password_was_taken_away_is_not_let_in_by_what_is_kept() throws Exception {
        var member = member();
        unseen("member");
        kept(MEMBER, member.email());

        byHand("update member set password_hash = null where id = "
                + member.id().value());

        assertThat(found(MEMBER, member.email()).statements()).as("still kept").isZero();
        assertThat(signIn.check(member.email(), PASSWORD, anywhere())).isEmpty();
    }

    private MemberView member() {
        var email = UUID.randomUUID() + "@stoa.example";
        signUp.open(email, "Kept", PASSWORD, anywhere());
        return signedIn(email);
    }

    private MemberView signedIn(String email) {
        return signIn.check(email, PASSWORD, anywhere()).orElseThrow();
    }

    private static ClientAddress anywhere() {
        return new ClientAddress(UUID.randomUUID().toString());
    }

    private static NewProduct book(String category) {
        var name = UUID.randomUUID().toString();
        return new NewProduct(
                category,
                name,
                new Sku(name),
                "A book",
                "",
                Money.euros(new BigDecimal("5.00")),
                1,
                new TreeMap<>(),
                List.of());
    }

    private static void assertRefused(Runnable write, Refusal.Kind kind) {
        assertThatThrownBy(write::run)
                .isNotInstanceOf(StaleEntity.class)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    }

    /** From now on changes of a table are not written down, so no look finds them. */
    private void unseen(String table) throws Exception {
        byHand("alter table " + table + " disable trigger follow_update");
        // A change of the schema counts as a change of everything; a look after a commit of this clone finds it at
        // once.
        transaction.begin();
        primary.createNativeQuery("select 1", Integer.class).getSingleResult();
        transaction.commit();
    }

    private FoundEntity kept(String entity, String naturalId) {
        return FoundEntity.kept(primary, transaction, entity, naturalId);
    }

    private FoundEntity found(String entity, String naturalId) throws Exception {
        return FoundEntity.find(primary, transaction, entity, naturalId);
    }

    private long version(String entity, String naturalId) throws Exception {
        return (long) found(entity, naturalId).value("version");
    }

    /** Past the shop, as by psql. */
    private void byHand(String sql) throws SQLException {
        try (var connection = hand.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
