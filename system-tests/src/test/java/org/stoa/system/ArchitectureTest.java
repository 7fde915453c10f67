package org.stoa.system;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.ejb.Stateless;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Version;
import jakarta.servlet.http.HttpServletRequest;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.stoa.data.SqlUpdate;

/** The arrows of ARCHITECTURE.md. */
class ArchitectureTest {
    private static final JavaClasses STOA =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("org.stoa");

    @Test
    void features_know_neither_pages_nor_workers() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.stoa.web..", "org.stoa.workers..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.stoa.web..", "org.stoa.workers..")
                .check(STOA);
    }

    @Test
    void pages_and_workers_do_not_know_each_other() {
        noClasses()
                .that()
                .resideInAPackage("org.stoa.web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.stoa.workers..")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("org.stoa.cluster..")
                .check(STOA);
        noClasses()
                .that()
                .resideInAPackage("org.stoa.workers..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.stoa.web..", "org.stoa.cluster..")
                .check(STOA);
    }

    @Test
    void the_data_tier_knows_no_feature() {
        classes()
                .that()
                .resideInAPackage("org.stoa.data..")
                .should()
                .onlyDependOnClassesThat(resideInAPackage("org.stoa.data..")
                        .or(resideInAPackage("org.stoa"))
                        .or(not(resideInAPackage("org.stoa.."))))
                .check(STOA);
    }

    @Test
    void the_caches_know_no_feature() {
        classes()
                .that()
                .resideInAPackage("org.stoa.cache..")
                .should()
                .onlyDependOnClassesThat(resideInAPackage("org.stoa.cache..")
                        .or(resideInAPackage("org.stoa.data.."))
                        .or(resideInAPackage("org.stoa"))
                        .or(not(resideInAPackage("org.stoa.."))))
                .check(STOA);
    }

    @Test
    void pages_that_are_the_same_for_everybody_do_not_ask_who_asks() {
        noClasses()
                .that()
                .resideInAnyPackage("org.stoa.web.catalogue..", "org.stoa.web.search..", "org.stoa.web.page..")
                .or()
                .haveSimpleName("ReviewsPage")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.stoa.web.security..", "org.stoa.web.session..", "org.stoa.member..")
                .check(STOA);
    }

    @Test
    void pages_that_are_the_same_for_everybody_do_not_ask_for_the_request() {
        noFields()
                .that()
                .haveRawType(HttpServletRequest.class)
                .should()
                .beDeclaredInClassesThat()
                .resideInAnyPackage("org.stoa.web.catalogue..", "org.stoa.web.search..", "org.stoa.web.review..")
                .check(STOA);
    }

    @Test
    void there_are_no_circles() {
        slices().matching("org.stoa.(**)").should().beFreeOfCycles().check(STOA);
    }

    @Test
    void entities_stay_in_their_feature() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePackagePrivate()
                .check(STOA);
    }

    @Test
    void only_services_write() {
        noFields()
                .that()
                .haveRawType(EntityManager.class)
                .should()
                .beDeclaredInClassesThat()
                .areNotAnnotatedWith(Stateless.class)
                .check(STOA);
    }

    @Test
    void sql_that_writes_says_that_it_leaves_second_level_caches_alone() {
        noClasses()
                .that()
                .areNotAssignableTo(SqlUpdate.class)
                .should()
                .callMethod(EntityManager.class, "createNativeQuery", String.class)
                .check(STOA);
    }

    @Test
    void only_the_insert_of_a_job_goes_past_hibernate() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.stoa.job.Jobs")
                .should()
                .callMethodWhere(target(nameMatching("doWork|doReturningWork")))
                .check(STOA);
    }

    @Test
    void who_may_do_what_is_not_asked_of_what_a_clone_keeps() {
        classes()
                .that()
                .haveFullyQualifiedName("org.stoa.member.Member")
                .should()
                .onlyHaveDependentClassesThat()
                .haveFullyQualifiedName("org.stoa.member.Members")
                .check(STOA);
    }

    @Test
    void what_a_clone_keeps_has_a_version() {
        assertThat(STOA.stream().filter(type -> type.isAnnotatedWith(Cacheable.class)))
                .isNotEmpty()
                .allMatch(type -> type.getFields().stream().anyMatch(field -> field.isAnnotatedWith(Version.class)));
    }

    @Test
    void only_the_data_tier_has_connections() {
        noFields()
                .that()
                .haveRawType(DataSource.class)
                .should()
                .beDeclaredInClassesThat()
                .resideOutsideOfPackages("org.stoa.data..", "org.stoa.cluster..")
                .check(STOA);
    }

    @Test
    void what_is_shown_does_not_come_from_an_entity_manager() {
        noClasses()
                .that()
                .resideInAPackage("org.stoa.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "java.sql..", "javax.sql..")
                .check(STOA);
    }

    @Test
    void names_say_something() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)")
                .check(STOA);
    }

    @Test
    void the_whole_of_stoa_is_looked_at() {
        for (var name : new String[] {
            "org.stoa.catalogue.Catalogue", "org.stoa.web.api.Api", "org.stoa.workers.demo.DemoShopWorker"
        }) {
            assertThat(STOA.contain(name)).as(name).isTrue();
        }
    }
}
