package org.stoa.page;

import java.io.Serializable;
import java.util.Map;

/**
 * An answer that is the same for everybody, as it is sent.
 *
 * @param headers by name, all but those about the length, the coding and the ETag
 * @param etag a weak entity tag, with its quotes
 * @param plain the body; not to be changed
 * @param gzip the same compressed; empty where that is not worth it
 */
public record RenderedPage(Map<String, String> headers, String etag, byte[] plain, byte[] gzip)
        implements Serializable {}
