package org.stoa.system;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Tests that are given a {@link Browser}, one for all of them, whose pages are closed after each. They are skipped, with one clear
 * line, where there is no Chromium; unless {@code STOA_REQUIRE_BROWSER} is set, which makes them fail there.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsBrowser.Opened.class)
@interface NeedsBrowser {
    /** Looks for Chromium, starts it with the first of the tests, and ends it after the last. */
    final class Opened implements ExecutionCondition, ParameterResolver, AfterEachCallback {
        private static final Namespace NAMESPACE = Namespace.create(NeedsBrowser.class);

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Browser.executable().isPresent()) {
                return ConditionEvaluationResult.enabled("There is a Chromium.");
            }
            if (System.getenv("STOA_REQUIRE_BROWSER") != null) {
                return ConditionEvaluationResult.enabled("Required, so that its absence is seen.");
            }
            System.out.println("Browser tests skipped: there is no Chromium (on Debian: apt-get install chromium).");
            return ConditionEvaluationResult.disabled("There is no Chromium.");
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Browser.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return browser(context);
        }

        @Override
        public void afterEach(ExtensionContext context) {
            browser(context).leave();
        }

        private static Browser browser(ExtensionContext context) {
            return context.getRoot()
                    .getStore(NAMESPACE)
                    .getOrComputeIfAbsent(Browser.class, key -> Browser.start(), Browser.class);
        }
    }
}
