-- Queues, priorities, jobs that wait for their time, what became of each attempt, and a history of finished jobs.

-- A queue has its own workers on each clone. Its rules are asked at each claim, so they hold at once and everywhere.
create table job_queue (
    name         text primary key,
    -- Of all clones together; null: as many as have workers.
    most_running integer check (most_running > 0),
    -- Nothing is begun, and nothing taken over; what runs goes on.
    paused       boolean not null default false
);

insert into job_queue (name) values ('urgent'), ('bulk'), ('media'), ('mail');

comment on table job_queue is 'Not followed: read from the primary alone.';

alter table job
    -- No foreign key: who submits would lock the row of the queue.
    add column queue text not null default 'bulk' check (queue in ('urgent', 'bulk', 'media', 'mail')),
    -- Of the jobs of a queue that are due, those with a greater number are begun first.
    add column priority integer not null default 5 check (priority between 0 and 9),
    -- Of the record that the payload is the JSON of: a clone leaves alone what is newer than it knows.
    add column payload_version integer not null default 1 check (payload_version > 0),
    -- While a job with this key is not finished, the same is not submitted again.
    add column unique_key text check (length(unique_key) between 1 and 200),
    -- So many attempts without a committed step, and it is dead.
    add column most_attempts integer not null default 8 check (most_attempts > 0),
    -- When the present attempt, or the last, began.
    add column claimed_at timestamptz,
    -- What it belongs to, V13__job_batches.sql.
    add column batch uuid;

alter table job drop constraint job_state_check;

-- Ready: it is due. Waiting: its time comes later, be it the first or that of another attempt.
update job set state = 'waiting' where state = 'ready' and not_before > clock_timestamp();
alter table job add constraint job_state_check
    check (state in ('ready', 'waiting', 'running', 'done', 'dead', 'cancelled'));

drop index job_ready, job_running, job_finished;
create index job_ready on job (queue, priority desc, not_before) where state = 'ready';
create index job_waiting on job (not_before) where state = 'waiting';
-- Without the lease: a renewed one is written beside the old row.
create index job_running on job (queue) where state = 'running';
create index job_over on job (finished_at) where state in ('done', 'cancelled');
create index job_dead on job (finished_at) where state = 'dead';
create index job_of_batch on job (batch) where batch is not null;
create unique index job_unique on job (type, unique_key)
    where unique_key is not null and state in ('ready', 'waiting', 'running');

-- Small, and every row is changed several times.
alter table job set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500,
    autovacuum_analyze_scale_factor = 0.05);

-- Takes a job of a queue that is due, for a clone: one whose worker fell silent, or else the first of those that are ready. Where
-- there is a limit, claims of the queue follow each other, so that no two count the same running jobs; each statement here sees what
-- was committed before it. "known" is the newest version of the payload that the clone knows, by type.
create function claim_job(of_queue text, known jsonb, by_clone text, lease interval) returns setof job
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
    most integer;
    free boolean := true;
begin
    select q.most_running into most from job_queue q where q.name = of_queue and not q.paused;
    if not found then
        return;
    end if;
    if most is not null then
        perform from job_queue q where q.name = of_queue for no key update;
        free := (select count(*) from job j where j.queue = of_queue and j.state = 'running') < most;
    end if;
    -- Somebody waits for those left alone already. A locked row is somebody else's.
    return query
        update job set state = 'running', epoch = gen_random_uuid(), attempts = job.attempts + 1, clone = by_clone,
               claimed_at = clock_timestamp(), lease_until = clock_timestamp() + lease,
               started_at = coalesce(job.started_at, clock_timestamp())
         where job.id = coalesce(
                (select j.id from job j
                  where j.queue = of_queue and j.state = 'running' and j.lease_until < clock_timestamp()
                    and j.attempts < j.most_attempts and j.payload_version <= (known ->> j.type)::integer
                  limit 1 for update skip locked),
                (select j.id from job j
                  where free and j.queue = of_queue and j.state = 'ready' and j.not_before <= clock_timestamp()
                    and j.payload_version <= (known ->> j.type)::integer
                  order by j.priority desc, j.not_before limit 1 for update skip locked))
        returning job.*;
end $$;

-- What became of attempts, the last one left out while it goes on or where it was the one that succeeded: the job tells that.
create table job_attempt (
    id       bigint generated always as identity primary key,
    job_id   uuid not null references job (id) on delete cascade,
    clone    text not null,
    began_at timestamptz not null,
    ended_at timestamptz not null default clock_timestamp(),
    -- Failed: there was an error. Lost: its worker fell silent. Cancelled: somebody did not want the job any more.
    outcome  text not null check (outcome in ('failed', 'lost', 'cancelled')),
    error    text check (length(error) <= 2000)
);

create index job_attempt_of_job on job_attempt (job_id, id);

comment on table job_attempt is 'Not followed: shown with its job, from the primary alone.';

-- Whoever ends an attempt draws a new epoch or takes the old one away; no code can forget to say what became of it. A job that is
-- given back when a worker's turn is over is ready at once: nothing ended. The latest 50 are kept.
create function job_note_attempt() returns trigger language plpgsql
    set search_path = pg_catalog, public, pg_temp as $$
begin
    insert into job_attempt (job_id, clone, began_at, outcome, error)
    values (old.id, coalesce(old.clone, ''), coalesce(old.claimed_at, old.started_at, old.created_at),
            case when new.state = 'cancelled' then 'cancelled'
                 when new.state = 'running' or old.lease_until < clock_timestamp() then 'lost'
                 else 'failed' end,
            case when new.state in ('waiting', 'dead') then new.error end);
    delete from job_attempt where job_id = old.id
        and id <= (select id from job_attempt where job_id = old.id order by id desc offset 50 limit 1);
    return null;
end $$;

create trigger note_attempt after update on job for each row
    when (old.state = 'running' and new.state <> 'ready' and new.epoch is distinct from old.epoch)
    execute function job_note_attempt();

-- Finished jobs, in a schema of their own: what is made and dropped there is no change of what is shown. One partition for
-- each week (UTC) in which they came here, so that forgetting them is dropping a table.
create schema history;

create table history.job (
    id              uuid not null,
    type            text not null,
    queue           text not null,
    priority        integer not null,
    payload         jsonb not null,
    payload_version integer not null,
    unique_key      text,
    state           text not null,
    attempts        integer not null,
    clone           text,
    checkpoint      jsonb,
    done            bigint not null,
    total           bigint not null,
    message         text not null,
    error           text,
    submitter       bigint,
    created_at      timestamptz not null,
    not_before      timestamptz not null,
    started_at      timestamptz,
    claimed_at      timestamptz,
    finished_at     timestamptz not null,
    -- What job_attempt had of it.
    ended_attempts  jsonb not null,
    moved_at        timestamptz not null,
    batch           uuid,
    primary key (id, moved_at)
) partition by range (moved_at);

create index job_of_batch on history.job (batch) where batch is not null;

comment on table history.job is 'Not followed: read from the primary alone.';

-- Makes the partitions of this week and the two that follow, where they are missing.
create function history.make_weeks() returns void language plpgsql as $$
declare
    monday date := date_trunc('week', now() at time zone 'utc');
    part   text;
begin
    for i in 0..2 loop
        part := 'job_' || to_char(monday, 'YYYYMMDD');
        if to_regclass('history.' || part) is null then
            -- Clones that make the same at once follow each other.
            perform pg_advisory_xact_lock(hashtext('history.make_weeks'));
            execute format('create table if not exists history.%I partition of history.job for values from (%L) to (%L)',
                part, monday || ' 00:00+00', monday + 7 || ' 00:00+00');
        end if;
        monday := monday + 7;
    end loop;
end $$;

select history.make_weeks();

-- Drops the weeks that ended longer ago than that; returns how many.
create function history.drop_weeks(kept interval) returns integer language plpgsql as $$
declare
    part    text;
    dropped integer := 0;
begin
    for part in
        select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
         where i.inhparent = 'history.job'::regclass
           and to_date(substr(c.relname, 5), 'YYYYMMDD') + 7 < (now() - kept) at time zone 'utc'
    loop
        execute format('drop table if exists history.%I', part);
        dropped := dropped + 1;
    end loop;
    return dropped;
end $$;

-- Moves finished jobs with their attempts, up to a number; returns how many. Those that are dead stay longer: a person may want
-- to have them tried again.
create function history.move_jobs(over_for interval, dead_for interval, most integer) returns bigint language sql as $$
    with moved as (
        delete from public.job where id = any(
            array(select id from public.job
                   where state in ('done', 'cancelled') and finished_at < statement_timestamp() - over_for
                   limit most for update skip locked)
            || array(select id from public.job where state = 'dead' and finished_at < statement_timestamp() - dead_for
                   limit most for update skip locked))
        returning *),
    kept as (
        insert into history.job
        select m.id, m.type, m.queue, m.priority, m.payload, m.payload_version, m.unique_key, m.state, m.attempts, m.clone,
               m.checkpoint, m.done, m.total, m.message, m.error, m.submitter, m.created_at, m.not_before, m.started_at,
               m.claimed_at, m.finished_at,
               coalesce((select jsonb_agg(to_jsonb(a) - 'id' - 'job_id' order by a.id) from public.job_attempt a
                          where a.job_id = m.id), '[]'),
               statement_timestamp(), m.batch
          from moved m
        returning 1)
    select count(*) from kept;
$$;

-- All jobs that are still known, wherever they are.
create view every_job as
    select id, type, queue, priority, payload, payload_version, unique_key, state, attempts, clone, checkpoint, done, total,
           message, error, submitter, created_at, not_before, started_at, claimed_at, finished_at, batch
      from job
    union all
    select id, type, queue, priority, payload, payload_version, unique_key, state, attempts, clone, checkpoint, done, total,
           message, error, submitter, created_at, not_before, started_at, claimed_at, finished_at, batch
      from history.job;

-- What became of each attempt of a job, the oldest first in the order of beginning; without an end while it goes on.
create view every_job_attempt as
    select a.job_id, a.clone, a.began_at, a.ended_at, a.outcome, a.error from job_attempt a
    union all
    select h.id, a.clone, a.began_at, a.ended_at, a.outcome, a.error
      from history.job h, jsonb_to_recordset(h.ended_attempts)
           as a(clone text, began_at timestamptz, ended_at timestamptz, outcome text, error text)
    union all
    select j.id, j.clone, j.claimed_at, j.finished_at, case when j.state = 'done' then 'done' else 'running' end, null
      from every_job j where j.state in ('running', 'done') and j.claimed_at is not null;
