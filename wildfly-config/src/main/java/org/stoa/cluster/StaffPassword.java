package org.stoa.cluster;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The password of the staff's account in a new shop. Clones are only told its hash.
 *
 * @param password drawn with the first start
 * @param pepper a secret of the same cluster, from which the salt is made: so the hash is the same at each start without
 *     being kept, and the salt tells nothing about the password
 */
record StaffPassword(Secret password, Secret pepper) {
    private static final int ITERATIONS = 600_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;

    /** {@code pbkdf2-sha256$iterations$salt$hash}, salt and hash in Base64. Takes some tenths of a second. */
    String hash() {
        try {
            var salt = salt();
            var key = new PBEKeySpec(password.value().toCharArray(), salt, ITERATIONS, HASH_BITS);
            var hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(key)
                    .getEncoded();
            var base64 = Base64.getEncoder();
            return "pbkdf2-sha256$" + ITERATIONS + "$" + base64.encodeToString(salt) + "$"
                    + base64.encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }

    private byte[] salt() throws GeneralSecurityException {
        var text = "salt of the staff's password: " + pepper.value();
        return Arrays.copyOf(
                MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)), SALT_BYTES);
    }
}
