-- Jobs that come again and again. There is no leader: whoever moves the next time on submits the job, in the same statement.

create table job_schedule (
    name            text primary key check (length(name) between 1 and 100),
    -- Minute, hour, day, month, day of the week, in that time zone.
    cron            text not null,
    zone            text not null,
    -- What is submitted, as in the table of jobs.
    type            text not null,
    payload         jsonb not null,
    payload_version integer not null,
    queue           text not null,
    priority        integer not null,
    most_attempts   integer not null,
    paused          boolean not null default false,
    -- What was missed, because no clone was there or it was paused, is made up for once.
    next_at         timestamptz not null,
    -- The last time it was due, and the job of then.
    last_at         timestamptz,
    last_job        uuid
);

comment on table job_schedule is 'Not followed: read from the primary alone.';

-- Submits the job of a schedule's next time, if that is still the one that the caller has seen, and sets another; returns the
-- queue, else null.
create function run_schedule(of_name text, seen timestamptz, following timestamptz) returns text language plpgsql
    set search_path = pg_catalog, public, pg_temp as $$
declare
    moved     job_schedule;
    submitted uuid := uuidv7();
begin
    update job_schedule s set next_at = following, last_at = s.next_at, last_job = submitted
     where s.name = of_name and s.next_at = seen and not s.paused returning s.* into moved;
    if not found then
        return null;
    end if;
    insert into job (id, type, payload, payload_version, queue, priority, most_attempts, unique_key)
    values (submitted, moved.type, moved.payload, moved.payload_version, moved.queue, moved.priority, moved.most_attempts,
            of_name || ' at ' || to_char(seen at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI"Z"'))
    on conflict (type, unique_key) where unique_key is not null and state in ('ready', 'waiting', 'running') do nothing;
    return moved.queue;
end $$;
