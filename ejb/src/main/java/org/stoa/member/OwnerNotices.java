package org.stoa.member;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tells owners of accounts by mail that somebody tried to open theirs anew. In a thread of its own: who tried waits no longer
 * than others. A notice is lost where the clone dies or the mail server is away; nobody depends on it.
 */
@ApplicationScoped
public class OwnerNotices {
    private static final Logger LOG = Logger.getLogger(OwnerNotices.class.getName());
    private static final int WAITING = 100;

    @Resource
    private ManagedThreadFactory factory;

    @Resource(lookup = "java:jboss/mail/Default")
    private Session mail;

    @Inject
    private TryCounts tries;

    private ThreadPoolExecutor thread;

    @PostConstruct
    void start() {
        thread = new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING), factory);
        thread.allowCoreThreadTimeOut(true);
    }

    @PreDestroy
    void stop() {
        thread.shutdown();
    }

    /** Somebody tried to open an account with that address, which has one. Returns at once. */
    void somebodyTried(Email owner) {
        try {
            thread.execute(() -> tell(owner));
        } catch (RejectedExecutionException e) {
            LOG.log(Level.INFO, "A notice to the owner of an account was left out: {0} wait already.", WAITING);
        }
    }

    private void tell(Email owner) {
        try {
            if (tries.count(Limit.NOTICE_TO_ACCOUNT, Email.key(owner.value())).isEmpty()) {
                Transport.send(message(owner));
            }
        } catch (MessagingException | RuntimeException e) {
            // No address in the log.
            LOG.log(
                    Level.WARNING,
                    "A notice to the owner of an account could not be sent: {0}",
                    e.getClass().getSimpleName());
        }
    }

    private MimeMessage message(Email owner) throws MessagingException {
        var message = new MimeMessage(mail);
        message.setFrom();
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(owner.value(), true));
        message.setSubject("Somebody tried to sign up with your address", StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(Instant.now()));
        message.setText("""
                Somebody, perhaps you, tried to open an account at Stoa with this address.

                It has an account already. Nothing was changed; you can sign in with the password that you have chosen.
                If it was not you, you need not do anything.
                """, StandardCharsets.UTF_8.name());
        return message;
    }
}
