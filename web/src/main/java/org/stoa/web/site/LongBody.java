package org.stoa.web.site;

import java.util.Set;

/** Where files of any length may be sent: they are read piece by piece, and have a limit of their own. */
public final class LongBody {
    private static final Set<String> ADDRESSES = Set.of("/staff/imports", "/api/v1/imports");

    private LongBody() {}

    /**
     * Whether a request may have one.
     *
     * @param method its method
     * @param address its path as it was sent, percent-encoded
     */
    public static boolean isAllowed(String method, String address) {
        return method.equals("POST") && ADDRESSES.contains(address);
    }
}
