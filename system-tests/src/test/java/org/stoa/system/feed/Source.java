package org.stoa.system.feed;

/** By which way something was written. */
enum Source {
    /** A request to the shop. */
    API,
    /** SQL on the primary, past the shop. */
    SQL
}
