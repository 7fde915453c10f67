package org.stoa.web.session;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.session.Session;
import io.undertow.server.session.SessionConfig;
import io.undertow.server.session.SessionListener;
import io.undertow.server.session.SessionManager;
import io.undertow.server.session.SessionManagerStatistics;
import io.undertow.util.AttachmentKey;
import java.util.Set;

/**
 * The sessions of the server with two promises more.
 *
 * <p>What a request did to its session is on the other clones before a byte of the answer is sent. The server by itself
 * writes a session after the answer, and a clone that is killed in between loses what the visitor was told is done.
 *
 * <p>Requests of one session have it one after the other, from the first touch until the answer begins. The server lets
 * them share it; then the last one of them writes it, which may be long after the answer of the first, and one may change
 * it while it is written.
 */
final class OrderlySessions implements SessionManager {
    private static final long PATIENCE_MILLIS = 10_000;

    private static final AttachmentKey<SessionTurns.Turn> TURN = AttachmentKey.create(SessionTurns.Turn.class);

    private static final AttachmentKey<Session> SESSION = AttachmentKey.create(Session.class);

    private final SessionManager sessions;
    private final SessionTurns turns = new SessionTurns(PATIENCE_MILLIS);

    /**
     * @param sessions the sessions of the server
     */
    OrderlySessions(SessionManager sessions) {
        this.sessions = sessions;
    }

    @Override
    public Session createSession(HttpServerExchange exchange, SessionConfig config) {
        // Nobody else knows its id yet: no turn is needed.
        var session = sessions.createSession(exchange, config);
        writeBeforeAnswer(session, exchange);
        return session;
    }

    @Override
    public Session getSession(HttpServerExchange exchange, SessionConfig config) {
        var id = config.findSessionId(exchange);
        if (id == null || BusySessionFilter.refuses(exchange)) {
            return null;
        }
        if (exchange.getAttachment(TURN) != null) {
            return sessions.getSession(exchange, config);
        }
        if (exchange.isResponseStarted()) {
            // The server asks once more when it has answered. Nothing can be promised then, and nobody would end a
            // turn.
            return sessions.getSession(exchange, config);
        }
        var turn = turns.next(id).orElse(null);
        if (turn == null) {
            BusySessionFilter.refuse(exchange);
            return null;
        }
        Session session = null;
        try {
            // First of all: however the request ends, the next one gets its turn.
            exchange.addExchangeCompleteListener((ended, next) -> {
                turn.end();
                next.proceed();
            });
            session = sessions.getSession(exchange, config);
            if (session != null) {
                exchange.putAttachment(TURN, turn);
                writeBeforeAnswer(session, exchange);
            }
            return session;
        } finally {
            if (session == null) {
                turn.end();
            }
        }
    }

    private static void writeBeforeAnswer(Session session, HttpServerExchange exchange) {
        exchange.putAttachment(SESSION, session);
        exchange.addResponseCommitListener(OrderlySessions::giveBack);
    }

    /**
     * Ends the use of the session by a request: before the answer, or earlier where a request takes long (an upload), so that
     * others of the session need not wait for it. What it asks the session afterwards is asked anew each time.
     */
    static void giveBack(HttpServerExchange exchange) {
        var session = exchange.removeAttachment(SESSION);
        if (session != null) {
            // The server marks an exchange, and then ignores that it is done with the session until the whole request
            // is
            // over, which is after the answer. So it is told with an exchange that is not marked. When it says so
            // itself
            // later, the session is written already, and nothing happens.
            session.requestDone(new HttpServerExchange(exchange.getConnection()));
        }
        var turn = exchange.getAttachment(TURN);
        if (turn != null) {
            turn.end();
        }
    }

    @Override
    public Session getSession(String sessionId) {
        return sessions.getSession(sessionId);
    }

    @Override
    public String getDeploymentName() {
        return sessions.getDeploymentName();
    }

    @Override
    public void start() {
        sessions.start();
    }

    @Override
    public void stop() {
        sessions.stop();
    }

    @Override
    public void registerSessionListener(SessionListener listener) {
        sessions.registerSessionListener(listener);
    }

    @Override
    public void removeSessionListener(SessionListener listener) {
        sessions.removeSessionListener(listener);
    }

    @Override
    public void setDefaultSessionTimeout(int seconds) {
        sessions.setDefaultSessionTimeout(seconds);
    }

    @Override
    public Set<String> getTransientSessions() {
        return sessions.getTransientSessions();
    }

    @Override
    public Set<String> getActiveSessions() {
        return sessions.getActiveSessions();
    }

    @Override
    public Set<String> getAllSessions() {
        return sessions.getAllSessions();
    }

    @Override
    public SessionManagerStatistics getStatistics() {
        return sessions.getStatistics();
    }
}
