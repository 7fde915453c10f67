package org.stoa.web.member;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.stoa.data.DatabaseFailure;
import org.stoa.web.security.Caller;

/** Who asks, for the head of his own pages. Pages that are the same for everybody have him filled in by a script. */
@Named
@RequestScoped
public class Visitor {
    @Inject
    private Caller caller;

    private String name;

    /** His name; empty where nobody is signed in, and where that can't be found out for a moment. */
    public String getName() {
        if (name == null) {
            name = found();
        }
        return name;
    }

    private String found() {
        try {
            return caller.name().orElse("");
        } catch (RuntimeException e) {
            // His cart is shown without the primary, too.
            if (DatabaseFailure.asRefusal(e).isEmpty()) {
                throw e;
            }
            return "";
        }
    }
}
