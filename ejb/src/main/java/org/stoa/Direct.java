package org.stoa;

/**
 * A bean without the proxy that stands for it where it is injected: for calls that take no longer than one through the proxy.
 * Such a bean gives this out, and not itself: for a method that returns its bean, CDI returns the proxy again.
 *
 * @param bean of the whole application; without interceptors
 */
public record Direct<T>(T bean) {}
