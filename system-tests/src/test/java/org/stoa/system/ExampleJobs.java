package org.stoa.system;

import java.util.UUID;

/** Jobs as a shop in use has them, which stay as they are: of types that no clone knows, or in nobody's reach. */
final class ExampleJobs {
    private static String dead;

    private static final String BATCH = "019a9c3e-0000-7000-8000-000000000001";

    private ExampleJobs() {}

    /** The one that is dead, with its attempts. */
    static String dead() {
        return dead;
    }

    /** A UUID of version 7 (RFC 9562), as the database draws them: in a list it stands where its time is. */
    private static UUID now() {
        return new UUID(System.currentTimeMillis() << 16 | 0x7000, Long.MIN_VALUE | 0x2f4a51c07b11L);
    }

    static void in(Shop shop) {
        remove(shop);
        shop.sql("""
                insert into job (type, queue, payload, state, done, total, message, attempts, error, clone, epoch, lease_until, claimed_at,
                       started_at, finished_at, not_before, checkpoint, batch, created_at)
                select type, queue, jsonb_build_object('example', n), state, done, total, message, attempts, error, node,
                       case when state = 'running' then gen_random_uuid() end,
                       case when state = 'running' then now() + interval '1 hour' end,
                       now() - interval '42 s', now() - interval '42 s',
                       case when state in ('done', 'dead', 'cancelled') then now() end,
                       now() + case when state = 'waiting' then interval '1 hour' else interval '-95 s' end,
                       case when state = 'done' then jsonb_build_object('created', 240) end, '%s', now() - n * interval '61 s'
                  from (values
                    (14, 'catalogue-import', 'bulk', 'done', 240, 240, 'Line 241 of 241', 1, null, 'node-1'),
                    (13, 'order-invoice', 'mail', 'dead', 0, 0, '', 8, 'mail.stoa.example refused the message: 550 no such user.', 'node-2'),
                    (12, 'cover-resize', 'media', 'dead', 0, 0, '', 8, 'The picture is no picture: its first bytes are those of a PDF.', 'node-1'),
                    (11, 'newsletter-mail', 'mail', 'ready', 0, 0, '', 0, null, null),
                    (10, 'newsletter-mail', 'mail', 'ready', 0, 0, '', 0, null, null),
                    (9, 'newsletter-mail', 'mail', 'ready', 0, 0, '', 0, null, null),
                    (8, 'cover-resize', 'media', 'running', 18, 60, 'Cover 18 of 60: Emma', 1, null, 'node-1'),
                    (7, 'order-invoice', 'mail', 'waiting', 0, 0, '', 2, 'mail.stoa.example does not answer.', 'node-1'),
                    (6, 'search-rebuild', 'bulk', 'cancelled', 1200, 9000, 'Product 1,200', 1, null, 'node-2'),
                    (5, 'stock-report', 'urgent', 'done', 12, 12, '12 products are sold out', 1, null, 'node-2'),
                    (4, 'catalogue-import', 'bulk', 'running', 3120, 10000, 'Line 3,120: The Adventures of Huckleberry Finn', 1, null, 'node-2'),
                    (3, 'newsletter-mail', 'mail', 'running', 412, 1800, '412 of 1,800 are sent', 1, null, 'node-2'))
                    as t (n, type, queue, state, done, total, message, attempts, error, node)
                """.formatted(BATCH));
        dead = now().toString();
        shop.sql("""
                insert into job (id, type, queue, payload, state, attempts, error, clone, claimed_at, started_at, finished_at, batch,
                       created_at, unique_key, priority, done, total, message)
                values ('%s', 'catalogue-import', 'bulk', '{"file": 12, "mapping": "books", "name": "autumn-2026.csv", "size": 181204}',
                       'dead', 3, 'Line 2,041: the price "12,30 EUR" is no number.', 'node-2', now(), now() - interval '95 s', now(), '%s',
                       now() - interval '100 s', 'autumn-2026.csv', 7, 2040, 5000, 'Line 2,040')
                """.formatted(dead, BATCH));
        shop.sql("""
                insert into job_attempt (job_id, clone, began_at, ended_at, outcome, error) values
                ('%1$s', 'node-1', now() - interval '95 s', now() - interval '71 s', 'lost', null),
                ('%1$s', 'node-2', now() - interval '70 s', now() - interval '66 s', 'failed', 'The database did not answer for 4 s.'),
                ('%1$s', 'node-2', now() - interval '4 s', now(), 'failed', 'Line 2,041: the price "12,30 EUR" is no number.')
                """.formatted(dead));
        shop.sql("""
                insert into job_line (job_id, at, text)
                select '%s', now() - (95 - n * 20) * interval '1 s', 'Rows ' || n * 500 + 1 || ' to ' || n * 500 + 500 || ': ' || text
                  from (values (0, 'all taken'), (1, '2 refused'), (2, 'all taken'), (3, '7 refused')) as t (n, text)
                """.formatted(dead));
        shop.sql("""
                insert into job_schedule (name, cron, zone, type, payload, payload_version, queue, priority, most_attempts, next_at, paused, last_at,
                       last_job)
                values ('Monday newsletter', '30 6 * * 1', 'Europe/Berlin', 'newsletter-mail', '{}', 1, 'mail', 5, 8,
                       now() + interval '3 days', false, null, null),
                       ('Night import', '15 2 * * *', 'UTC', 'catalogue-import', '{}', 1, 'bulk', 5, 8, now() + interval '9 hours', false,
                       now() - interval '100 s', '%s'),
                       ('Stock report', '0 5 * * *', 'UTC', 'stock-report', '{}', 1, 'urgent', 5, 8, now() + interval '1 year', true,
                       null, null)
                """.formatted(dead));
    }

    static void remove(Shop shop) {
        shop.sql("delete from job where batch = '%s'".formatted(BATCH));
        shop.sql("delete from history.job where batch = '%s'".formatted(BATCH));
        shop.sql("delete from job_schedule where name in ('Monday newsletter', 'Night import', 'Stock report')");
    }
}
