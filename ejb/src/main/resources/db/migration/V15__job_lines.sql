-- What jobs have to tell of their work, line by line.

create table job_line (
    -- Steps of a job are committed one after the other, each behind the fence; so the lines of a job are seen in this order.
    number bigint generated always as identity primary key,
    job_id uuid not null references job (id) on delete cascade,
    at     timestamptz not null default clock_timestamp(),
    text   text not null check (length(text) <= 500)
);

create index job_line_of_job on job_line (job_id, number);

comment on table job_line is 'Not followed: shown with its job, from the primary alone.';

-- What job_line had of it.
alter table history.job add column lines jsonb not null default '[]';

-- As before, with the lines.
create or replace function history.move_jobs(over_for interval, dead_for interval, most integer) returns bigint language sql as $$
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
               (id, type, queue, priority, payload, payload_version, unique_key, state, attempts, clone, checkpoint, done, total,
                message, error, submitter, created_at, not_before, started_at, claimed_at, finished_at, ended_attempts, moved_at,
                batch, lines)
        select m.id, m.type, m.queue, m.priority, m.payload, m.payload_version, m.unique_key, m.state, m.attempts, m.clone,
               m.checkpoint, m.done, m.total, m.message, m.error, m.submitter, m.created_at, m.not_before, m.started_at,
               m.claimed_at, m.finished_at,
               coalesce((select jsonb_agg(to_jsonb(a) - 'id' - 'job_id' order by a.id) from public.job_attempt a
                          where a.job_id = m.id), '[]'),
               statement_timestamp(), m.batch,
               coalesce((select jsonb_agg(to_jsonb(l) - 'job_id' order by l.number) from public.job_line l
                          where l.job_id = m.id), '[]')
          from moved m
        returning 1)
    select count(*) from kept;
$$;

create view every_job_line as
    select l.job_id, l.number, l.at, l.text from job_line l
    union all
    select h.id, l.number, l.at, l.text
      from history.job h, jsonb_to_recordset(h.lines) as l(number bigint, at timestamptz, text text);
