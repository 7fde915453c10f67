package org.stoa.bare;

import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Puts {@link BareHandler} before an application that has nothing else. It is packed and deployed by the benchmark of the caches,
 * which measures beside it.
 */
public class BareExtension implements ServletExtension {
    /** The names of the recorded answers, a line each; they lie beside it, and their addresses are the same. */
    private static final String NAMES = "/answers/names";

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        var answers = answers();
        deployment.addInitialHandlerChainWrapper(application -> new BareHandler(answers, application));
    }

    private static Map<String, BareAnswer> answers() {
        var answers = new HashMap<String, BareAnswer>();
        try (var names = BareExtension.class.getResourceAsStream(NAMES)) {
            for (var name : new String(names.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                try (var recorded = BareExtension.class.getResourceAsStream("/answers/" + name)) {
                    answers.put("/" + name, BareAnswer.read(recorded));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(answers);
    }
}
