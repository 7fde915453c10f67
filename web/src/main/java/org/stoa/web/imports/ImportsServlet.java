package org.stoa.web.imports;

import io.undertow.server.DefaultByteBufferPool;
import io.undertow.util.Headers;
import io.undertow.util.MultipartParser;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.stoa.Refusal;
import org.stoa.imports.Uploads;
import org.stoa.job.JobId;
import org.stoa.member.MemberId;
import org.stoa.web.security.Caller;
import org.stoa.web.session.SessionUse;
import org.stoa.web.site.SeeOther;
import org.stoa.web.site.TooLarge;

/**
 * Takes the file that staff upload, and leads to the job that imports it. It reads the form itself, as it comes: the server
 * would put the file on the clone's disk first.
 */
@WebServlet("/staff/imports")
public class ImportsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String MALFORMED = "The form could not be read to its end.";
    private static final int BUFFER = 16_384;

    /** Headers of one part, at most, in bytes: 64 KiB. */
    private static final int MOST_SILENT = 65_536;

    /** The parser wants a pool; it takes one buffer a form and gives it back. */
    private static final DefaultByteBufferPool BUFFERS = new DefaultByteBufferPool(false, BUFFER, 0, 0);

    @Inject
    private transient Uploads uploads;

    @Inject
    private transient Caller caller;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var submitter = caller.memberId().map(MemberId::value);
        uploads.requireRoom(request.getContentLengthLong());
        var boundary = boundary(request);
        SessionUse.end();
        var job = receive(request.getInputStream(), boundary, submitter);
        SeeOther.to(response, "/jobs/" + job);
    }

    private JobId receive(InputStream body, byte[] boundary, Optional<Long> submitter) {
        try (var form = new ImportForm(uploads::begin)) {
            var parser = MultipartParser.beginParse(BUFFERS, form, boundary, StandardCharsets.UTF_8.name());
            var buffer = new byte[BUFFER];
            int silent = 0;
            for (int some = body.read(buffer); some >= 0 && !parser.isComplete(); some = body.read(buffer)) {
                long heard = form.heard();
                parser.parse(ByteBuffer.wrap(buffer, 0, some));
                silent = form.heard() == heard ? silent + some : 0;
                if (silent > MOST_SILENT) {
                    throw malformed();
                }
            }
            if (!parser.isComplete()) {
                throw malformed();
            }
            return form.upload().complete(form.mapping(), submitter);
        } catch (IOException e) {
            // The browser broke off, sent more than the server takes, or wrote a form that is none.
            throw TooLarge.isCauseOf(e)
                    ? new Refusal(Refusal.Kind.TOO_LARGE, "A file may have 256 MiB.", e)
                    : new Refusal(Refusal.Kind.MALFORMED, MALFORMED, e);
        }
    }

    private static byte[] boundary(HttpServletRequest request) {
        var type = Optional.ofNullable(request.getContentType()).orElse("");
        var boundary =
                type.startsWith("multipart/form-data") ? Headers.extractQuotedValueFromHeader(type, "boundary") : null;
        if (boundary == null || boundary.isEmpty()) {
            throw malformed();
        }
        return boundary.getBytes(StandardCharsets.US_ASCII);
    }

    private static Refusal malformed() {
        return new Refusal(Refusal.Kind.MALFORMED, MALFORMED);
    }
}
