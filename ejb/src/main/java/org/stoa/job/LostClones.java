package org.stoa.job;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.wildfly.clustering.server.GroupMember;
import org.wildfly.clustering.server.dispatcher.CommandDispatcherFactory;

/**
 * Clones that have left the others: killed, stopped or cut off. That is a hint only, which spares their jobs the rest of the lease;
 * one that goes on all the same loses them by the epoch. Only the sweep asks.
 */
@ApplicationScoped
class LostClones {
    @Resource(lookup = "java:jboss/clustering/server/command-dispatcher-factory/default")
    private CommandDispatcherFactory<GroupMember> clones;

    /** What a clone was doing when it was lost may hold its rows for a moment: as many times it is told of. */
    private static final int TOLD = 10;

    /** How often each is still told of when it is gone. */
    private final Map<String, Integer> known = new HashMap<>();

    /** The names of those who were there and are not any more, each some times in a row. */
    Set<String> gone() {
        var here = clones.getGroup().getMembership().getMembers().stream()
                .map(GroupMember::getName)
                .collect(Collectors.toSet());
        known.values().removeIf(left -> left == 0);
        here.forEach(name -> known.put(name, TOLD));
        var gone = new HashSet<>(known.keySet());
        gone.removeAll(here);
        gone.forEach(name -> known.merge(name, -1, Integer::sum));
        return gone;
    }
}
