package org.stoa.job;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Optional;

/** Submits jobs. */
@Stateless
public class Jobs {
    /**
     * Submits a job in the caller's transaction: it exists if and only if that commits, and is begun soon afterwards.
     *
     * @param type of which type; a {@link JobWork} with it must exist
     * @param payload what the work needs to know, JSON
     * @param submitter the member that wants it; empty for the shop itself and for programs of the staff
     * @return its id
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public JobId submit(String type, String payload, Optional<Long> submitter) {
        throw new UnsupportedOperationException();
    }
}
