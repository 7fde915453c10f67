package org.stoa.system.jobs;

import org.stoa.system.faults.Nemesis;

/**
 * Something that breaks.
 *
 * @param nemesis what
 * @param node the clone that it hits, or empty
 */
record Blow(Nemesis nemesis, String node) {}
