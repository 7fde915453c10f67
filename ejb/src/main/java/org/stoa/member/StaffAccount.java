package org.stoa.member;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.stoa.data.StartPatience;

/**
 * The account with which a new shop begins: opened when a clone starts and nobody runs the shop yet. Clones that start
 * together open one, because an address has one account. A clone whose primary goes away meanwhile waits for it.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StaffAccount {
    private static final Logger LOG = Logger.getLogger(StaffAccount.class.getName());
    private static final String NONE = "none";
    private static final String NAME = "Staff";

    @Resource(lookup = "java:global/stoa/staffEmail")
    private String email;

    @Resource(lookup = "java:global/stoa/staffPasswordHash")
    private String passwordHash;

    @Inject
    private Members members;

    @PostConstruct
    void open() {
        if (!passwordHash.equals(NONE)) {
            StartPatience.attempt("The staff account", this::openIfNobodyRunsTheShop);
        }
    }

    private void openIfNobodyRunsTheShop() {
        if (members.hasStaff()) {
            return;
        }
        var address = Email.parse(email)
                .orElseThrow(() -> new IllegalStateException("STOA_STAFF_EMAIL is no e-mail address"));
        if (members.open(address, NAME, PasswordHash.parse(passwordHash), Role.STAFF)) {
            LOG.log(Level.INFO, "The staff account was opened.");
        } else if (!members.hasStaff()) {
            LOG.log(
                    Level.WARNING,
                    "Nobody runs the shop: the address in STOA_STAFF_EMAIL belongs to a member who is not staff."
                            + " Set another address there and start the clones again.");
        }
    }
}
