package org.stoa.system.jobs.work;

/**
 * What is to be submitted, all in one transaction.
 *
 * @param plain jobs that write into the ledger only, each with one step more than the one before, up to five
 * @param effects jobs that have an effect outside
 * @param doomed jobs that can't be done
 * @param batch whether they make a batch
 * @param rolledBack whether the transaction is rolled back in the end
 * @param millis how long each step takes at least
 * @param outside the file that shows effects outside of the database
 */
public record Order(
        int plain, int effects, int doomed, boolean batch, boolean rolledBack, long millis, String outside) {}
