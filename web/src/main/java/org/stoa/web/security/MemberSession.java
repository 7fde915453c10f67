package org.stoa.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.Optional;
import org.stoa.data.DatabaseFailure;
import org.stoa.member.MemberView;
import org.stoa.member.MemberViews;
import org.stoa.member.RememberTokens;
import org.stoa.web.session.SessionUse;

/**
 * Signs members in and out of their sessions. A session gets a new id each time; one that is left is emptied, not
 * invalidated: after that, another touch of it in the same request would keep the server from draining.
 */
@ApplicationScoped
public class MemberSession {
    /** Where a request and its session keep who is signed in. */
    static final String ATTRIBUTE = "org.stoa.signedIn";

    @Inject
    private RememberTokens devices;

    @Inject
    private MemberViews members;

    /** Who has signed in to the session before, or is remembered on this device; begins a session only for the latter. */
    Optional<SignedIn> resume(HttpServletRequest request, HttpServletResponse response) {
        var who = inSession(request).or(() -> remembered(request, response));
        who.ifPresent(found -> request.setAttribute(ATTRIBUTE, found));
        return who;
    }

    private static Optional<SignedIn> inSession(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> (SignedIn) session.getAttribute(ATTRIBUTE));
    }

    private Optional<SignedIn> remembered(HttpServletRequest request, HttpServletResponse response) {
        var token = RememberCookie.in(request);
        if (token.isEmpty() || SessionUse.isRefused()) {
            return Optional.empty();
        }
        try {
            return remembered(token.get(), request, response);
        } catch (RuntimeException e) {
            // Without the primary nobody is recognised, but the device is not forgotten.
            if (DatabaseFailure.asRefusal(e).isEmpty()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private Optional<SignedIn> remembered(String token, HttpServletRequest request, HttpServletResponse response) {
        var use = devices.use(token);
        if (use.isEmpty()) {
            RememberCookie.clear(request, response);
            return Optional.empty();
        }
        use.get().next().ifPresent(next -> RememberCookie.set(request, response, next));
        var who = members.find(use.get().member()).map(SignedIn::of);
        who.ifPresent(found -> put(found, request));
        return who;
    }

    /** Signs a member in; his password has been checked. */
    public void begin(MemberView member, boolean remember, HttpServletRequest request, HttpServletResponse response) {
        // What the device remembered may be somebody else.
        var before = RememberCookie.in(request);
        before.ifPresent(devices::forget);
        if (remember) {
            RememberCookie.set(request, response, devices.remember(member.id()));
        } else if (before.isPresent()) {
            RememberCookie.clear(request, response);
        }
        put(SignedIn.of(member), request);
    }

    /** Lets a member stay in this session when all his others have ended. */
    public void renew(MemberView member, HttpServletRequest request, HttpServletResponse response) {
        RememberCookie.in(request).ifPresent(token -> RememberCookie.clear(request, response));
        put(SignedIn.of(member), request);
    }

    private static void put(SignedIn who, HttpServletRequest request) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        request.getSession().setAttribute(ATTRIBUTE, who);
    }

    /** Signs out whoever is signed in, on this device; nothing is left in the session. */
    public void end(HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession(false);
        if (session != null) {
            empty(session);
            request.changeSessionId();
        }
        RememberCookie.in(request).ifPresent(token -> {
            RememberCookie.clear(request, response);
            devices.forget(token);
        });
    }

    private static void empty(HttpSession session) {
        Collections.list(session.getAttributeNames()).forEach(session::removeAttribute);
    }
}
