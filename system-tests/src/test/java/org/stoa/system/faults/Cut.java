package org.stoa.system.faults;

import org.stoa.system.faults.agent.Effect;

/**
 * A method that is changed in a running clone.
 *
 * @param effect what it does from then on
 * @param type its class
 * @param method all methods of that name
 */
public record Cut(Effect effect, String type, String method) {}
