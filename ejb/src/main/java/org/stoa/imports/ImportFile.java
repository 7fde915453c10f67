package org.stoa.imports;

import java.util.Optional;
import java.util.UUID;

/**
 * A file that was uploaded.
 *
 * @param id its id
 * @param mapping how it is to be read; empty for what fits its columns
 * @param size in bytes, 0 or more
 * @param records rows after the header, 0 or more
 */
public record ImportFile(UUID id, Optional<String> mapping, long size, long records) {}
