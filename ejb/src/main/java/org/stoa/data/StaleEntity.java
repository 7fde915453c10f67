package org.stoa.data;

import jakarta.persistence.OptimisticLockException;
import org.stoa.Refusal;

/**
 * What was to be written was made from an entity that somebody has changed since it was read, perhaps long before. Nothing is
 * written; a {@link SecondTry} may.
 */
public class StaleEntity extends Refusal {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what was changed, with its id
     * @param cause what Hibernate says, or null
     */
    public StaleEntity(String message, OptimisticLockException cause) {
        super(Kind.CONFLICT, message, cause);
    }
}
