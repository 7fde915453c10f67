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

    /** Where a request keeps that it could not be found out who is signed in. */
    static final String UNKNOWN = "org.stoa.signedInUnknown";

    @Inject
    private RememberTokens devices;

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
            // Without the primary nobody is recognised, but the device is not forgotten; who needs to know is refused.
            if (DatabaseFailure.asRefusal(e).isEmpty()) {
                throw e;
            }
            request.setAttribute(UNKNOWN, Boolean.TRUE);
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
        var who = SignedIn.of(use.get());
        put(who, true, request, response);
        return Optional.of(who);
    }

    /** Signs a member in; his password has been checked. */
    public void begin(MemberView member, boolean remember, HttpServletRequest request, HttpServletResponse response) {
        // What the device remembered may be somebody else.
        var before = RememberCookie.in(request);
        before.ifPresent(devices::forget);
        // None where he was signed out everywhere meanwhile: then this session does not count either.
        var device = remember ? devices.remember(member.id(), member.epoch()) : Optional.<String>empty();
        if (device.isPresent()) {
            RememberCookie.set(request, response, device.get());
        } else if (before.isPresent()) {
            RememberCookie.clear(request, response);
        }
        put(SignedIn.of(member), device.isPresent(), request, response);
    }

    /** Lets a member stay in this session when all his others have ended, by having drawn that epoch. */
    public void renew(MemberView member, long epoch, HttpServletRequest request, HttpServletResponse response) {
        RememberCookie.in(request).ifPresent(token -> RememberCookie.clear(request, response));
        put(SignedIn.in(epoch, member), false, request, response);
    }

    private static void put(
            SignedIn who, boolean remembered, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        request.getSession().setAttribute(ATTRIBUTE, who);
        SignedInCookie.set(request, response, remembered);
    }

    /**
     * Signs out whoever is signed in, on this device; nothing is left in the session.
     *
     * @throws org.stoa.Refusal unavailable: the primary is away, so a device that is remembered stays signed in
     */
    public void end(HttpServletRequest request, HttpServletResponse response) {
        // First what can fail: else the answer would promise too much.
        RememberCookie.in(request).ifPresent(token -> {
            devices.forget(token);
            RememberCookie.clear(request, response);
        });
        SignedInCookie.clear(request, response);
        var session = request.getSession(false);
        if (session != null) {
            empty(session);
            request.changeSessionId();
        }
    }

    private static void empty(HttpSession session) {
        Collections.list(session.getAttributeNames()).forEach(session::removeAttribute);
    }
}
