package org.stoa.cache;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.Optional;

/**
 * Kept values as the clones give them to each other: Java's serialization, of records and the collections of the platform
 * alone. The cache they travel through names the version of the application in its keys, so that a clone never reads what
 * another version wrote.
 */
final class KeptBytes {
    private static final ObjectInputFilter ALLOWED =
            ObjectInputFilter.Config.createFilter("maxdepth=500;maxbytes=16777216;java.base/*;org.stoa.**;!*");

    private KeptBytes() {}

    /** What is optional has no serialized form of its own. */
    private record Maybe(Object value) implements Serializable {}

    static byte[] of(Kept<?> kept) {
        var bytes = new ByteArrayOutputStream(1024);
        try (var objects = new Output(bytes)) {
            objects.writeObject(kept);
        } catch (IOException e) {
            throw new IllegalArgumentException("Not made to be kept: " + kept.tags(), e);
        }
        return bytes.toByteArray();
    }

    /** The value; the caller knows its type by the cache that it came from. */
    @SuppressWarnings("unchecked")
    static <V> Kept<V> kept(byte[] bytes) {
        try (var objects = new Input(new ByteArrayInputStream(bytes))) {
            return (Kept<V>) objects.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalArgumentException("Not written by this version of the application", e);
        }
    }

    private static final class Output extends ObjectOutputStream {
        Output(OutputStream bytes) throws IOException {
            super(bytes);
            enableReplaceObject(true);
        }

        @Override
        protected Object replaceObject(Object object) {
            return object instanceof Optional<?> optional ? new Maybe(optional.orElse(null)) : object;
        }
    }

    private static final class Input extends ObjectInputStream {
        Input(InputStream bytes) throws IOException {
            super(bytes);
            enableResolveObject(true);
            setObjectInputFilter(ALLOWED);
        }

        @Override
        protected Object resolveObject(Object object) {
            return object instanceof Maybe maybe ? Optional.ofNullable(maybe.value()) : object;
        }
    }
}
