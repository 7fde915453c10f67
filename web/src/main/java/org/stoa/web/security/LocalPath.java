package org.stoa.web.security;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address of this shop to go on to after signing in.
 *
 * @param value a path and perhaps a query; never another site
 */
public record LocalPath(String value) {
    /** Where who says nothing else goes on to. */
    public static final LocalPath ACCOUNT = new LocalPath("/account");

    private static final int LONGEST = 500;

    /** Only what may stand in addresses (RFC 3986); two slashes, or what browsers take for them, would begin a host. */
    private static final Pattern FORM =
            Pattern.compile("/(?!/)[A-Za-z0-9._~!$&'()*+,;=:@%/-]*(?:\\?[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*)?");

    private static final Pattern LEADS_ROUND = Pattern.compile("/sign-(?:in|up|out)(?:[/?;].*)?");

    /** What a request asks to go on to, if that is in this shop and not the way in itself. */
    public static Optional<LocalPath> parse(String text) {
        return Optional.ofNullable(text)
                .filter(path -> path.length() <= LONGEST)
                .filter(path -> FORM.matcher(path).matches())
                .filter(path -> !LEADS_ROUND.matcher(path).matches())
                .map(LocalPath::new);
    }
}
