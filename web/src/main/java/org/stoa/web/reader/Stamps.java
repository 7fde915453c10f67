package org.stoa.web.reader;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.Cookie;
import io.undertow.server.handlers.CookieImpl;
import io.undertow.util.HttpString;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.stoa.data.Reader;
import org.stoa.data.Stamp;

/**
 * What a request says that its visitor has seen, and how the answer to a write tells him.
 *
 * <p>A header serves programs, cookies browsers. Each write sets a cookie of its own name, so that answers which overtake each
 * other take nothing back; it removes those that it makes needless.
 *
 * @param seen the stamps, each once
 * @param cookies the names of the cookies that carried them
 * @param doubtsUntil until when the visitor reads from the primary, because it is not known whether what he wrote was done
 */
public record Stamps(List<Stamp> seen, Collection<String> cookies, Optional<Instant> doubtsUntil) {
    static final HttpString HEADER = new HttpString("Stoa-Stamp");

    private static final String COOKIE = "stoa-stamp.";
    private static final String DOUBT = "primary";
    private static final Pattern DOUBT_TEXT = Pattern.compile(DOUBT + "[.]([0-9]{1,12})");

    private static final int RADIX = 36;

    private static final Stamps NONE = new Stamps(List.of(), List.of(), Optional.empty());

    /** Those of a request; what does not look like a stamp is ignored. */
    public static Stamps of(HttpServerExchange request) {
        var cookies = new ArrayList<Cookie>(0);
        for (var cookie : request.requestCookies()) {
            // The server leaves a cookie without a value where it has hidden one from a public page.
            if (cookie.getValue() != null && cookie.getName().startsWith(COOKIE)) {
                cookies.add(cookie);
            }
        }
        if (cookies.isEmpty() && !request.getRequestHeaders().contains(HEADER)) {
            // As most are: nothing more is asked of them, because a hit takes no longer than that.
            return NONE;
        }
        var texts = new ArrayList<>(cookies.stream().map(Cookie::getValue).toList());
        Optional.ofNullable(request.getRequestHeaders().getFirst(HEADER)).ifPresent(texts::add);
        return new Stamps(
                texts.stream()
                        .map(Stamp::parse)
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList(),
                cookies.stream().map(Cookie::getName).toList(),
                texts.stream().map(Stamps::doubt).flatMap(Optional::stream).max(Comparator.naturalOrder()));
    }

    /** Nobody doubts for longer than he was told to; the clocks of clones may differ. */
    private static Optional<Instant> doubt(String text) {
        var matcher = DOUBT_TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var until = Instant.ofEpochSecond(Long.parseLong(matcher.group(1)));
        var latest = Instant.now().plus(Reader.DOUBT);
        return Optional.of(until.isBefore(latest) ? until : latest);
    }

    /** Tells the visitor what he has written, if he has. */
    void tell(HttpServerExchange answer, Reader reader) {
        if (reader.isDoubtful()) {
            var until = Instant.now().plus(Reader.DOUBT).getEpochSecond();
            tell(answer, DOUBT, DOUBT + "." + until);
        } else if (reader.wrote().isPresent()) {
            var wrote = reader.wrote().get();
            tell(answer, Long.toString(wrote.tick(), RADIX), wrote.toString());
            cookies.stream()
                    .filter(name -> isNeedless(name, wrote))
                    .forEach(name -> answer.setResponseCookie(cookie(name, "", 0)));
        }
    }

    private boolean isNeedless(String cookie, Stamp wrote) {
        return seen.stream()
                .filter(stamp -> stamp.generation().equals(wrote.generation()) && stamp.tick() < wrote.tick())
                .anyMatch(stamp -> cookie.equals(COOKIE + Long.toString(stamp.tick(), RADIX)));
    }

    private static void tell(HttpServerExchange answer, String name, String text) {
        answer.getResponseHeaders().put(HEADER, text);
        answer.setResponseCookie(cookie(COOKIE + name, text, (int) Reader.DOUBT.toSeconds()));
    }

    private static Cookie cookie(String name, String value, int maxAge) {
        return new CookieImpl(name.toLowerCase(Locale.ROOT), value)
                .setPath("/")
                .setMaxAge(maxAge)
                .setHttpOnly(true)
                .setSameSite(true)
                .setSameSiteMode("Lax");
    }
}
