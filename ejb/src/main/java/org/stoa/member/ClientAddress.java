package org.stoa.member;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.stoa.Sha256;

/**
 * Where a request came from, as far as tries are counted by it: an IPv4 address, or the first 64 bits of an IPv6 address,
 * because whoever has one has all of these.
 *
 * @param value in whatever notation
 */
public record ClientAddress(String value) {
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final int NETWORK_BYTES = 8;

    /** The address that the server names; never one that has to be looked up. */
    public static ClientAddress of(String remoteAddress) {
        if (remoteAddress == null || !IPV6.matcher(remoteAddress).matches()) {
            return new ClientAddress(String.valueOf(remoteAddress));
        }
        try {
            // An address in figures is only parsed.
            var bytes = InetAddress.getByName(remoteAddress).getAddress();
            return new ClientAddress(
                    bytes.length > NETWORK_BYTES
                            ? HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES))
                            : remoteAddress);
        } catch (UnknownHostException e) {
            return new ClientAddress(remoteAddress);
        }
    }

    /** Under which key its tries are counted. */
    String key() {
        return Sha256.hex(value.getBytes(StandardCharsets.UTF_8));
    }
}
