package org.stoa.member;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What is kept of a password: {@code pbkdf2-sha256$iterations$salt$hash} (RFC 8018, PBKDF2 with HMAC-SHA-256), salt and
 * hash in Base64. The parameters stand in each, so that they can be raised.
 *
 * @param iterations 1 to 10,000,000
 * @param salt Base64
 * @param hash Base64
 */
public record PasswordHash(int iterations, String salt, String hash) {
    /** As OWASP recommends for PBKDF2-HMAC-SHA256; some 130 ms. */
    static final int ITERATIONS = 600_000;

    /** Takes as long to check as any other, and no password leads to it: for accounts that don't exist. */
    static final PasswordHash OF_NOBODY = new PasswordHash(
            ITERATIONS,
            Base64.getEncoder().encodeToString(new byte[16]),
            Base64.getEncoder().encodeToString(new byte[32]));

    private static final String NAME = "pbkdf2-sha256";
    private static final int MOST_ITERATIONS = 10_000_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final Pattern FORM =
            Pattern.compile(NAME + "\\$([1-9][0-9]{0,7})\\$([A-Za-z0-9+/=]{8,100})\\$([A-Za-z0-9+/=]{44})");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Checks the number of iterations. */
    public PasswordHash {
        if (iterations < 1 || iterations > MOST_ITERATIONS) {
            throw new IllegalArgumentException("iterations of a password's hash: " + iterations);
        }
    }

    /** The hash of a new password, with a salt of its own. Takes long: see {@link Passwords}. */
    static PasswordHash of(String password) {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        var hash = derive(password, salt, ITERATIONS);
        return new PasswordHash(
                ITERATIONS,
                Base64.getEncoder().encodeToString(salt),
                Base64.getEncoder().encodeToString(hash));
    }

    /** The hash in that text; throws IllegalArgumentException where it is none. */
    static PasswordHash parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no hash of a password");
        }
        return new PasswordHash(Integer.parseInt(parts.group(1)), parts.group(2), parts.group(3));
    }

    /** Whether this is the hash of that password; the time it takes does not tell how near it was. */
    boolean matches(String password) {
        var derived = derive(password, Base64.getDecoder().decode(salt), iterations);
        return MessageDigest.isEqual(derived, Base64.getDecoder().decode(hash));
    }

    /** Whether it was made with less effort than new ones. */
    boolean isOutdated() {
        return iterations < ITERATIONS;
    }

    private static byte[] derive(String password, byte[] salt, int iterations) {
        var normal = Normalizer.normalize(password, Normalizer.Form.NFC);
        var key = new PBEKeySpec(normal.toCharArray(), salt, iterations, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(key)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has PBKDF2", e);
        } finally {
            key.clearPassword();
        }
    }

    /** The text that is kept. */
    String text() {
        return NAME + "$" + iterations + "$" + salt + "$" + hash;
    }

    /** Without the hash: it belongs in no log. */
    @Override
    public String toString() {
        return NAME + "$" + iterations;
    }
}
