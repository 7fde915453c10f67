package org.stoa.member;

import java.io.Serializable;

/**
 * Identifies a member for ever; never given to another one.
 *
 * @param value 1 or more
 */
public record MemberId(long value) implements Serializable {}
