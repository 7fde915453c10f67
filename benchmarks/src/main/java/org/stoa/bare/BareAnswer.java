package org.stoa.bare;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;

/**
 * An answer that was recorded: the headers and the body, as they were sent.
 *
 * @param headers without those that the server adds by itself
 * @param body as it goes over the wire, perhaps compressed
 */
record BareAnswer(List<Header> headers, byte[] body) {
    /** A header of an answer. */
    record Header(HttpString name, String value) {
        private static Header parse(String line) {
            int colon = line.indexOf(':');
            return new Header(
                    new HttpString(line.substring(0, colon)),
                    line.substring(colon + 1).strip());
        }
    }

    /** Reads the headers as one text of lines, as {@link java.io.DataInput#readUTF()} does, and the body, which is the rest. */
    static BareAnswer read(InputStream recorded) throws IOException {
        var input = new DataInputStream(new ByteArrayInputStream(recorded.readAllBytes()));
        var head = input.readUTF();
        return new BareAnswer(Stream.of(head.split("\n")).map(Header::parse).toList(), input.readAllBytes());
    }

    void send(HttpServerExchange exchange) {
        for (var header : headers) {
            exchange.getResponseHeaders().add(header.name(), header.value());
        }
        exchange.setResponseContentLength(body.length);
        exchange.getResponseSender().send(ByteBuffer.wrap(body));
    }
}
