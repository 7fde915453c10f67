package org.stoa.web.session;

import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;

/**
 * Puts {@link OrderlySessions} before the sessions of the server and {@link PrivateAnswers} before the application, when it is
 * deployed.
 */
public class SessionExtension implements ServletExtension {
    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        var sessions = deployment.getSessionManagerFactory();
        deployment.addInitialHandlerChainWrapper(PrivateAnswers::of);
        deployment.setSessionManagerFactory(of -> new OrderlySessions(sessions.createSessionManager(of)));
    }
}
