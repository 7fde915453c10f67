-- Jobs: work that is done after the request that caused it. The row is the truth; a message only wakes a worker.

create table job (
    id          uuid primary key default uuidv7(),
    type        text not null check (type ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(type) <= 60),
    payload     jsonb not null,
    state       text not null default 'ready' check (state in ('ready', 'running', 'done', 'dead', 'cancelled')),
    -- Who may commit a step: drawn anew by each claim.
    epoch       uuid,
    -- Attempts since the last step that was committed, the present one included.
    attempts    integer not null default 0 check (attempts >= 0),
    -- Since when every attempt has failed because something was away or busy; such attempts don't count.
    busy_since  timestamptz,
    -- Before this nobody begins it.
    not_before  timestamptz not null default clock_timestamp(),
    -- After this anybody may take it over.
    lease_until timestamptz,
    -- The clone that had it last.
    clone       text,
    checkpoint  jsonb,
    done        bigint not null default 0 check (done >= 0),
    total       bigint not null default 0 check (total >= 0),
    message     text not null default '' check (length(message) <= 500),
    error       text check (length(error) <= 2000),
    submitter   bigint,
    created_at  timestamptz not null default clock_timestamp(),
    started_at  timestamptz,
    finished_at timestamptz,
    check ((state = 'running') = (lease_until is not null)),
    check (state <> 'running' or epoch is not null),
    check ((state in ('done', 'dead', 'cancelled')) = (finished_at is not null))
) with (fillfactor = 60);

-- What the sweep looks for. A renewed lease changes no column of an index, so it is written beside the old row.
create index job_ready on job (not_before) where state = 'ready';
create index job_running on job (id) where state = 'running';
create index job_finished on job (finished_at) where finished_at is not null;
