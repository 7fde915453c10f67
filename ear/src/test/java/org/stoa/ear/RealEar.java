package org.stoa.ear;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.Asset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The EAR that is shipped, with tests added to its only WAR: a second one would break Jakarta Security. */
final class RealEar {
    private static final String WEB_XML = "/WEB-INF/web.xml";
    private static final Pattern ROUTES = Pattern.compile(
            "<filter-mapping>\\s*<filter-name>Routes</filter-name>.*?</filter-mapping>", Pattern.DOTALL);

    private RealEar() {}

    static EnterpriseArchive with(Class<?>... tests) {
        var ear = asShipped();
        var war = ear.getAsType(WebArchive.class, "/stoa-web.war");
        war.addClasses(tests).addClass(Patience.class);
        war.addAsLibrary(new File(Assertions.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()));
        openToTests(war);
        return ear.addAsModule(Testable.archiveToTest(war));
    }

    /** The same, and with works of jobs that are there for the test only, where works are. */
    static EnterpriseArchive withWorks(Class<?> test, Class<?>... works) {
        var ear = with(test, TestJobs.class);
        var workers = ear.getAsType(JavaArchive.class, "/stoa-jms-workers.jar");
        return ear.addAsModule(workers.addClasses(works));
    }

    /** The table of addresses answers 404 for what it does not list, and the servlet that runs tests is not in it. */
    private static void openToTests(WebArchive war) {
        var shipped = text(war.get(WEB_XML).getAsset());
        var opened = ROUTES.matcher(shipped).replaceFirst("");
        if (opened.equals(shipped)) {
            throw new IllegalStateException("web.xml has no filter mapping for Routes");
        }
        war.delete(WEB_XML);
        war.setWebXML(new StringAsset(opened));
    }

    private static String text(Asset asset) {
        try (var in = asset.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static EnterpriseArchive asShipped() {
        return ShrinkWrap.create(ZipImporter.class, "stoa.ear")
                .importFrom(new File(System.getProperty("stoa.ear")))
                .as(EnterpriseArchive.class);
    }
}
