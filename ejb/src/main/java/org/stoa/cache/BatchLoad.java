package org.stoa.cache;

import java.util.Map;
import java.util.Set;

/** Makes several values with as few reads as it can. */
public interface BatchLoad<V> {
    /** The values of all those keys, also where it stands for something that is absent. */
    Map<String, V> load(Set<String> keys);

    /** What the value of a key depends on, all that {@link #load} reads for it. */
    Set<String> tags(String key);
}
