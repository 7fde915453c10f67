package org.stoa.ear;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.jboss.arquillian.container.test.api.ContainerController;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stoa.catalogue.Catalogue;
import org.stoa.catalogue.NewProduct;
import org.stoa.catalogue.Products;
import org.stoa.catalogue.Sku;
import org.stoa.member.ClientAddress;
import org.stoa.member.MemberId;
import org.stoa.member.Members;
import org.stoa.member.SignUp;
import org.stoa.money.Money;

/** A category and a member that two clones keep, changed by hand and by one of them: one story, told in each clone in turn. */
@ExtendWith(ArquillianExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecondLevelClonesIT {
    private static final String SLUG = "kept-by-two-clones";
    private static final String EMAIL = "kept-by-two-clones@stoa.example";

    @ArquillianResource
    private ContainerController containers;

    @ArquillianResource
    private Deployer deployer;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Products products;

    @Inject
    private SignUp signUp;

    @Inject
    private Members members;

    @PersistenceContext(unitName = "stoa")
    private EntityManager primary;

    @Resource
    private UserTransaction transaction;

    /** A pool after whose commits nobody looks. */
    @Resource(lookup = "java:jboss/datasources/StoaMigrations")
    private DataSource hand;

    @Deployment(name = "first")
    @TargetsContainer("node-1")
    static EnterpriseArchive first() {
        return RealEar.with(SecondLevelClonesIT.class, FoundEntity.class);
    }

    @Deployment(name = "second", managed = false)
    @TargetsContainer("node-2")
    static EnterpriseArchive second() {
        return RealEar.with(SecondLevelClonesIT.class, FoundEntity.class);
    }

    @Test
    @Order(1)
    @RunAsClient
    void there_are_two_clones() {
        containers.start("node-2");
        deployer.deploy("second");
        assertThat(containers.isStarted("node-2")).isTrue();
    }

    @Test
    @Order(2)
    @OperateOnDeployment("first")
    void the_first_keeps_a_category_and_a_member() {
        // The demo shop is loaded only where there is nothing yet.
        await(() -> catalogue.category("fiction"), Optional::isPresent);
        products.addCategory(null, SLUG, "Kept", "", 0);
        signUp.open(EMAIL, "Kept", "lantern-orchard-7", new ClientAddress("two clones"));

        assertThat(kept(CATEGORY, SLUG).value("name")).isEqualTo("Kept");
        assertThat(kept(MEMBER, EMAIL).value("epoch")).isEqualTo(0L);
    }

    @Test
    @Order(3)
    @OperateOnDeployment("second")
    void the_second_keeps_them_too_and_finds_what_is_changed_by_hand() throws Exception {
        assertThat(kept(CATEGORY, SLUG).value("name")).isEqualTo("Kept");
        assertThat(kept(MEMBER, EMAIL).value("epoch")).isEqualTo(0L);

        byHand("update category set name = 'Renamed' where slug = '" + SLUG + "'");
        byHand("update member set epoch = 1 where email = '" + EMAIL + "'");

        await(() -> found(CATEGORY, SLUG).value("name"), "Renamed"::equals);
        await(() -> found(MEMBER, EMAIL).value("epoch"), epoch -> epoch.equals(1L));
    }

    @Test
    @Order(4)
    @OperateOnDeployment("first")
    void the_first_finds_it_too_and_writes_from_it() throws Exception {
        await(() -> found(CATEGORY, SLUG).value("name"), "Renamed"::equals);
        var member =
                await(() -> found(MEMBER, EMAIL), found -> found.value("epoch").equals(1L));

        assertThat(products.add(book())).isNotNull();
        assertThat(members.signOutEverywhere(id(member), 1)).isEqualTo(2);
    }

    @Test
    @Order(5)
    @OperateOnDeployment("second")
    void the_second_finds_what_the_first_wrote_and_writes_from_it() throws Exception {
        var member =
                await(() -> found(MEMBER, EMAIL), found -> found.value("epoch").equals(2L));

        assertThat(products.add(book())).isNotNull();
        assertThat(members.signOutEverywhere(id(member), 2)).isEqualTo(3);
    }

    @Test
    @Order(6)
    @RunAsClient
    void one_clone_is_left() {
        // In good order, so that the next test can have it.
        deployer.undeploy("second");
        containers.stop("node-2");
        assertThat(containers.isStarted("node-2")).isFalse();
    }

    private FoundEntity kept(String entity, String naturalId) {
        return FoundEntity.kept(primary, transaction, entity, naturalId);
    }

    private FoundEntity found(String entity, String naturalId) throws Exception {
        return FoundEntity.find(primary, transaction, entity, naturalId);
    }

    private static MemberId id(FoundEntity member) {
        return new MemberId((long) member.id());
    }

    private static NewProduct book() {
        var name = UUID.randomUUID().toString();
        var price = Money.euros(new BigDecimal("5.00"));
        return new NewProduct(SLUG, name, new Sku(name), "A book", "", price, 1, new TreeMap<>(), List.of());
    }

    private void byHand(String sql) throws SQLException {
        try (var connection = hand.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
