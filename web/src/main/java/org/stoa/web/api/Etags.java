package org.stoa.web.api;

import jakarta.ws.rs.core.EntityTag;
import java.util.regex.Pattern;
import org.stoa.Refusal;
import org.stoa.catalogue.Rating;

/** Versions of things as entity tags (RFC 9110, 8.8.3). */
final class Etags {
    /** The version; behind it what else of the answer a cached one is told by. */
    private static final Pattern FORM = Pattern.compile("(?:W/)?\"(\\d{1,18})(?:-[0-9a-f.-]{1,80})?\"");

    private Etags() {}

    /** Weak, because a version may be sent plain or compressed. */
    static EntityTag of(long version) {
        return new EntityTag(Long.toString(version), true);
    }

    /**
     * For what shows a rating as well: it changes without the version. A change that is made for it is made for the version
     * alone.
     */
    static EntityTag of(long version, Rating rating) {
        return rating.isRated()
                ? new EntityTag("%d-%d-%s".formatted(version, rating.count(), rating.average()), true)
                : of(version);
    }

    /** The version that a change was made for; throws a Refusal where {@code If-Match} is missing or malformed. */
    static long required(String ifMatch) {
        if (ifMatch == null) {
            throw new Refusal(
                    Refusal.Kind.VERSION_REQUIRED,
                    "If-Match: send the ETag of the version that the change is made for.");
        }
        var matcher = FORM.matcher(ifMatch.strip());
        if (!matcher.matches()) {
            throw new Refusal(Refusal.Kind.MALFORMED, "If-Match: one ETag as it was given out.");
        }
        return Long.parseLong(matcher.group(1));
    }
}
