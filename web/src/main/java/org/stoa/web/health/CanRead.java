package org.stoa.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.stoa.data.Databases;

/** A clone is ready while it can read the shop from some database server. */
@Readiness
@ApplicationScoped
public class CanRead implements HealthCheck {
    @Inject
    private Databases databases;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database")
                .status(databases.isReadable())
                .withData("degraded", databases.isDegraded())
                .build();
    }
}
