package org.stoa.system;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ejb.Stateless;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import javax.sql.DataSource;

/** The arrows of ARCHITECTURE.md. */
@AnalyzeClasses(packages = "org.stoa", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule features_know_neither_pages_nor_workers = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.stoa", "org.stoa.catalogue..", "org.stoa.cart..", "org.stoa.demo..", "org.stoa.data..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.stoa.web..", "org.stoa.workers..");

    @ArchTest
    static final ArchRule pages_and_workers_do_not_know_each_other = noClasses()
            .that()
            .resideInAPackage("org.stoa.web..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.stoa.workers..")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("org.stoa.cluster..");

    @ArchTest
    static final ArchRule the_data_tier_knows_no_feature = classes()
            .that()
            .resideInAPackage("org.stoa.data..")
            .should()
            .onlyDependOnClassesThat(resideInAPackage("org.stoa.data..")
                    .or(resideInAPackage("org.stoa"))
                    .or(not(resideInAPackage("org.stoa.."))));

    @ArchTest
    static final ArchRule there_are_no_circles =
            slices().matching("org.stoa.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule entities_stay_in_their_feature =
            classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule only_services_write = noFields()
            .that()
            .haveRawType(EntityManager.class)
            .should()
            .beDeclaredInClassesThat()
            .areNotAnnotatedWith(Stateless.class);

    @ArchTest
    static final ArchRule only_the_data_tier_has_connections = noFields()
            .that()
            .haveRawType(DataSource.class)
            .should()
            .beDeclaredInClassesThat()
            .resideOutsideOfPackages("org.stoa.data..", "org.stoa.cluster..");

    @ArchTest
    static final ArchRule what_is_shown_does_not_come_from_an_entity_manager = noClasses()
            .that()
            .resideInAPackage("org.stoa.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule names_say_something =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)");
}
