package org.stoa.web.catalogue;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.stoa.catalogue.Media;
import org.stoa.catalogue.MediaFile;
import org.stoa.web.site.SentFile;

/** Serves the pictures of products. What a name stands for never changes. */
@WebServlet("/media/*")
public class MediaServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}\\.(svg|jpg|png|webp)");
    /** A picture that is opened by itself is a document: it may have styles, and nothing else. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    @Inject
    private transient Media media;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var file = file(request.getPathInfo());
        if (file.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        sent(file.get()).send(request, response, SentFile.FOR_EVER);
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }

    private Optional<MediaFile> file(String path) {
        return Optional.ofNullable(path)
                .map(name -> name.substring(1))
                .filter(name -> NAME.matcher(name).matches())
                .flatMap(media::file);
    }

    private static SentFile sent(MediaFile file) {
        return new SentFile(file.contentType(), file.bytes(), file.sha256());
    }
}
