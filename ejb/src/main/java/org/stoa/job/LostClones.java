package org.stoa.job;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.wildfly.clustering.server.GroupMember;
import org.wildfly.clustering.server.dispatcher.CommandDispatcherFactory;

/**
 * Clones that are not there any more: killed, stopped or cut off. That is a hint only, which spares their jobs the rest of the lease;
 * one that goes on all the same loses them by the epoch. Only the sweep asks.
 *
 * <p>There are two witnesses, because each alone may be late. The other clones see a kill by a closed connection, in little more
 * than a second, and whatever that misses by a silence of 8 s. The primary knows at once when the connections of a clone that was
 * killed are closed, and nothing for minutes of one that is cut off.
 */
@ApplicationScoped
class LostClones {
    @Resource(lookup = "java:jboss/clustering/server/command-dispatcher-factory/default")
    private CommandDispatcherFactory<GroupMember> clones;

    @Inject
    private JobRows rows;

    private final RollCall group = new RollCall(1);

    /** After the primary was restarted not all connect at the same moment. */
    private final RollCall primary = new RollCall(2);

    /** What a clone that is there all the same has begun since is left to it. */
    private final Map<String, Instant> missed = new HashMap<>();

    /** The names of those who were there and are not any more, each some times in a row, with when that was first seen. */
    Map<String, Instant> gone() throws SQLException {
        var connected = rows.connected();
        var gone = group.missing(clones.getGroup().getMembership().getMembers().stream()
                .map(GroupMember::getName)
                .collect(Collectors.toSet()));
        gone.addAll(primary.missing(connected.names()));
        missed.keySet().retainAll(gone);
        gone.forEach(clone -> missed.putIfAbsent(clone, connected.at()));
        return Map.copyOf(missed);
    }
}
