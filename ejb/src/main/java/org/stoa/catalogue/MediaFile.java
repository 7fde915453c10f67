package org.stoa.catalogue;

/**
 * A file as it is sent to browsers. What its name stands for never changes.
 *
 * @param contentType the media type
 * @param bytes the content; not to be changed
 * @param sha256 the SHA-256 of the content in hexadecimal, lower case
 */
public record MediaFile(String contentType, byte[] bytes, String sha256) {}
