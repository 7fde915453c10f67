package org.stoa.web.session;

import io.undertow.servlet.handlers.ServletRequestContext;

/** What a request may want to know of the use of its session, and how it ends that use early. */
public final class SessionUse {
    private SessionUse() {}

    /** Whether this request has no session because too many others have it; it will be refused. */
    public static boolean isRefused() {
        return BusySessionFilter.refuses(ServletRequestContext.requireCurrent().getExchange());
    }

    /**
     * Writes the session and lets other requests of it go on, though this one has not answered yet. To be called by what
     * takes long (an upload, a stream) when it has read all that it needs to know from the session.
     */
    public static void end() {
        OrderlySessions.giveBack(ServletRequestContext.requireCurrent().getExchange());
    }
}
