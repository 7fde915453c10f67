package org.stoa.data;

import java.util.Collection;

/**
 * Is told what a look found before the look counts, so that whoever waits for the look finds it done. It takes no more than a
 * moment, and asks neither another clone nor a database. Where it fails, the look fails, and the next one finds the same again.
 */
public interface ChangeListener {
    /**
     * Something changed.
     *
     * @param tags what: {@code price:42}, all of a kind as {@code price:*}, or everything as {@code *}; at least one
     */
    void changed(Collection<String> tags);

    /** The clone follows anew, and does not know what changed before. */
    void everythingMayHaveChanged();
}
