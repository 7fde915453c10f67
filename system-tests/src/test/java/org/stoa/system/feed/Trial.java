package org.stoa.system.feed;

import org.stoa.system.faults.Nemesis;

/**
 * A short play that is clean as the shop is, and breaks a promise once a bug is planted.
 *
 * @param where the clone that gets it
 * @param play what is done; leaves everything as it was
 */
record Trial(Place where, Nemesis.Act play) {}
