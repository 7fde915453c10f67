package org.stoa.system;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Tests that are skipped, with one clear line, where there is no Chromium; unless {@code STOA_REQUIRE_BROWSER} is set, which
 * makes them fail there.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsBrowser.Condition.class)
@interface NeedsBrowser {
    /** Looks for Chromium. */
    final class Condition implements ExecutionCondition {
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
    }
}
