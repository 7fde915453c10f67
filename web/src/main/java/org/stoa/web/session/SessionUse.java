package org.stoa.web.session;

import io.undertow.servlet.handlers.ServletRequestContext;

/** For requests that take long. */
public final class SessionUse {
    private SessionUse() {}

    /**
     * Writes the session and lets other requests of it go on, though this one has not answered yet. To be called by what
     * takes long (an upload, a stream) when it has read all that it needs to know from the session.
     */
    public static void end() {
        OrderlySessions.giveBack(ServletRequestContext.requireCurrent().getExchange());
    }
}
