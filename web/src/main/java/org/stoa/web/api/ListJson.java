package org.stoa.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One page of a list.
 *
 * @param items what is on it, in order
 * @param next the cursor of the next page, left out on the last one
 * @param <T> what is listed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListJson<T>(List<T> items, String next) {}
