package org.stoa.web.imports;

import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.MultipartParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.stoa.Refusal;
import org.stoa.imports.Upload;

/** The parts of the form by which a file is uploaded, as they come in: what is of the file goes on at once. */
final class ImportForm implements MultipartParser.PartHandler, AutoCloseable {
    private static final int MOST_PARTS = 8;
    private static final int LONGEST_FIELD = 64;

    private final Function<String, Upload> begin;
    private final ByteArrayOutputStream mapping = new ByteArrayOutputStream();
    private Upload upload;
    private String part = "";
    private int parts;
    private long heard;

    /**
     * @param begin begins the upload of a file of that name
     */
    ImportForm(Function<String, Upload> begin) {
        this.begin = begin;
    }

    @Override
    public void beginPart(HeaderMap headers) {
        heard++;
        parts++;
        require(parts <= MOST_PARTS, "The form has too many parts.");
        var disposition = Optional.ofNullable(headers.getFirst(Headers.CONTENT_DISPOSITION))
                .orElse("");
        part = Optional.ofNullable(Headers.extractQuotedValueFromHeader(disposition, "name"))
                .orElse("");
        if (part.equals("file")) {
            require(upload == null, "The form has two files.");
            var name = Headers.extractQuotedValueFromHeaderWithEncoding(disposition, "filename");
            require(name != null && !name.isEmpty(), "No file was chosen.");
            upload = begin.apply(name);
        }
    }

    @Override
    public void data(ByteBuffer data) throws IOException {
        heard++;
        var bytes = new byte[data.remaining()];
        data.get(bytes);
        if (part.equals("file")) {
            upload.write(bytes);
        } else if (part.equals("mapping")) {
            require(mapping.size() + bytes.length <= LONGEST_FIELD, "mapping: too long.");
            mapping.write(bytes);
        }
    }

    @Override
    public void endPart() {
        heard++;
        part = "";
    }

    /** How often the parser has told something; while it reads the headers of a part, it tells nothing. */
    long heard() {
        return heard;
    }

    /** The name of the mapping, if one was chosen. */
    Optional<String> mapping() {
        return Optional.of(mapping.toString(StandardCharsets.UTF_8).strip()).filter(name -> !name.isEmpty());
    }

    /**
     * The file.
     *
     * @throws Refusal malformed: there was none
     */
    Upload upload() {
        require(upload != null, "The form has no file.");
        return upload;
    }

    @Override
    public void close() throws IOException {
        if (upload != null) {
            upload.close();
        }
    }

    private static void require(boolean rule, String message) {
        if (!rule) {
            throw new Refusal(Refusal.Kind.MALFORMED, message);
        }
    }
}
