package org.stoa.data;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Looks at the primary, each on a connection out of a pool of its own, so that no reader or writer keeps a look waiting.
 *
 * <p>A look is one round trip. Its statements are sent together, outside of a transaction of ours, read committed: so each
 * takes a snapshot of its own, and the two ticks enclose the one that finds the changes.
 */
class Looks {
    private static final Logger LOG = Logger.getLogger(Looks.class.getName());

    private static final String TICK = "select nextval('tick');";

    // In one statement and so in one snapshot: what changed, which generation it is, and what may be missing.
    private static final String CHANGES = """
            select (select id from alive where started_at = pg_postmaster_start_time()),
                   (select horizon::text::bigint from alive), pg_current_snapshot()::text,
                   array(select distinct xid::text || ' ' || tag from change, unnest(tags) tag
                          where xid >= pg_snapshot_xmax(seen) or xid = any(array(select pg_snapshot_xip(seen))))
              from (select cast(? as pg_snapshot) as seen) previous;
            """;

    /** Draws only the ticks: for who has not looked before. */
    private static final String NO_CHANGES = """
            select (select id from alive where started_at = pg_postmaster_start_time()),
                   (select horizon::text::bigint from alive), pg_current_snapshot()::text, cast('{}' as text[]);
            """;

    private static final String POSITION = "select nextval('tick'), pg_current_wal_insert_lsn() - '0/0'";

    // Who finds the row gone, or of another start of the server, begins a generation; of several at once, one. Replicas
    // show that they have come past its beginning by the logged table.
    private static final String RENEW = """
            with renewed as (
                insert into alive (id, started_at, horizon)
                values (gen_random_uuid(), pg_postmaster_start_time(), pg_snapshot_xmin(pg_current_snapshot()))
                    on conflict (only_one) do update set id = excluded.id, started_at = excluded.started_at
                 where ? or alive.started_at <> excluded.started_at
                returning id)
            update generation set id = renewed.id from renewed
            """;

    // The horizon goes first: a look that follows on an older one sees it together with what is gone.
    private static final String CLEAN = """
            with named as (select cast(? as uuid) as id, cast(? as text)::xid8 as oldest),
                 moved as (update alive set horizon = oldest from named where alive.id = named.id and horizon < oldest)
            delete from change where ctid = any(array(
                select change.ctid from change, named
                 where xid < oldest and exists (select from alive where alive.id = named.id) limit ?))
            """;

    private static final long PAGE = 8192;
    private static final long PAGE_HEADER = 24;
    private static final long SEGMENT_HEADER = 40;

    private final DataSource connections;
    private final LongSupplier nanoTime;

    /** Kept from one look to the next, which never overlap; none before the first, and after one that failed. */
    private Connection looking;

    Looks(DataSource connections, LongSupplier nanoTime) {
        this.connections = connections;
        this.nanoTime = nanoTime;
    }

    /** A look for what changed since that snapshot; without one, for nothing but the ticks. */
    Look look(Optional<String> previous) throws SQLException {
        boolean done = false;
        try {
            if (looking == null) {
                looking = connections.getConnection();
            }
            var look = look(looking, previous);
            done = true;
            return look;
        } finally {
            if (!done) {
                close();
            }
        }
    }

    private Look look(Connection connection, Optional<String> previous) throws SQLException {
        try (var look = connection.prepareStatement(TICK + (previous.isPresent() ? CHANGES : NO_CHANGES) + POSITION)) {
            if (previous.isPresent()) {
                look.setString(1, previous.get());
            }
            long sentAt = nanoTime.getAsLong();
            look.execute();
            return read(look, sentAt);
        }
    }

    /** Gives the connection of the looks back; the next look asks the pool for one that works. */
    void close() {
        var connection = looking;
        looking = null;
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                LOG.log(Level.FINE, "A connection that was broken.", e);
            }
        }
    }

    private static Look read(PreparedStatement look, long sentAt) throws SQLException {
        long before;
        try (var row = row(look)) {
            before = row.getLong(1);
        }
        look.getMoreResults();
        Optional<UUID> generation;
        long horizon;
        String snapshot;
        List<Change> changes;
        try (var row = row(look)) {
            generation = Optional.ofNullable(row.getObject(1, UUID.class));
            horizon = row.getLong(2);
            snapshot = row.getString(3);
            changes = changes(row.getArray(4));
        }
        look.getMoreResults();
        try (var row = row(look)) {
            return new Look(
                    generation, before, row.getLong(1), recordsEnd(row.getLong(2)), snapshot, horizon, changes, sentAt);
        }
    }

    private static ResultSet row(PreparedStatement look) throws SQLException {
        var row = look.getResultSet();
        row.next();
        return row;
    }

    private static List<Change> changes(Array array) throws SQLException {
        return Stream.of((String[]) array.getArray()).map(Change::parse).toList();
    }

    /**
     * Where the last record ends. At a border of pages the position stands after the header of a page in which there is no
     * record yet; a replica does not come that far before there is one.
     *
     * @param position where the next record will begin, as PostgreSQL says it
     */
    static long recordsEnd(long position) {
        long inPage = position % PAGE;
        return inPage == PAGE_HEADER || inPage == SEGMENT_HEADER ? position - inPage : position;
    }

    /**
     * Begins a new generation, unless another clone was faster.
     *
     * @param evenIfAlive also where the present one seems to be alive, but is known to be wrong
     */
    void renew(boolean evenIfAlive) throws SQLException {
        try (var connection = connections.getConnection();
                var renew = connection.prepareStatement(RENEW)) {
            renew.setBoolean(1, evenIfAlive);
            renew.executeUpdate();
        }
    }

    /**
     * Deletes changes of transactions before one; nothing where the generation is another one by now.
     *
     * @param generation in which it was seen
     * @param oldest its number; every transaction before it has ended long ago
     * @param most so many at once
     * @return how many were deleted
     */
    int clean(UUID generation, long oldest, int most) throws SQLException {
        try (var connection = connections.getConnection();
                var clean = connection.prepareStatement(CLEAN)) {
            clean.setObject(1, generation);
            clean.setString(2, String.valueOf(oldest));
            clean.setInt(3, most);
            return clean.executeUpdate();
        }
    }
}
