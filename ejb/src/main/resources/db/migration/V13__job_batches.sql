-- Batches: jobs that belong together, and a job that is submitted once when all of them are finished.

create table job_batch (
    id              uuid primary key default uuidv7(),
    -- What is submitted in the end, as in the table of jobs.
    type            text not null,
    payload         jsonb not null check (jsonb_typeof(payload) = 'object'),
    payload_version integer not null,
    queue           text not null,
    priority        integer not null,
    most_attempts   integer not null,
    submitter       bigint,
    created_at      timestamptz not null default clock_timestamp(),
    -- When it was submitted, and as which job; null before.
    called_at       timestamptz,
    callback        uuid,
    check ((called_at is null) = (callback is null))
);

create index job_batch_open on job_batch (id) where called_at is null;
create index job_batch_over on job_batch (called_at) where called_at is not null;

comment on table job_batch is 'Not followed: read from the primary alone.';

-- Submits what a batch ends with, if all of its jobs are finished and nobody did so before; returns its queue, else null. Who adds
-- a job shares the lock that is taken here first, so that the look at the jobs, a statement of its own, sees what he added.
create function call_back(of_batch uuid) returns text language plpgsql
    set search_path = pg_catalog, public, pg_temp as $$
declare
    batch_row job_batch;
    total     bigint;
    bad       bigint;
    submitted uuid;
begin
    select * into batch_row from job_batch b where b.id = of_batch and b.called_at is null for update skip locked;
    if not found or exists (select from job j where j.batch = of_batch and j.state in ('ready', 'waiting', 'running')) then
        return null;
    end if;
    select count(*), count(*) filter (where j.state <> 'done') into total, bad from every_job j where j.batch = of_batch;
    insert into job (type, payload, payload_version, queue, priority, most_attempts, submitter)
    values (batch_row.type, batch_row.payload || jsonb_build_object('jobs', total, 'failed', bad), batch_row.payload_version,
            batch_row.queue, batch_row.priority, batch_row.most_attempts, batch_row.submitter)
    returning id into submitted;
    update job_batch b set called_at = clock_timestamp(), callback = submitted where b.id = of_batch;
    return batch_row.queue;
end $$;
