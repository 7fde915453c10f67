-- Imports of the catalogue: the files as they were uploaded, in pieces, and what could not be taken from them.

create table import_file (
    id         uuid primary key,
    -- The job that imports it; null until all of it is here.
    job_id     uuid unique,
    -- Null: the one that fits the file's columns.
    mapping    text check (length(mapping) between 1 and 40),
    name       text not null check (length(name) between 1 and 200),
    size       bigint not null default 0 check (size between 0 and 268435456),
    -- Records after the first, the empty ones left out.
    records    bigint not null default 0 check (records >= 0),
    submitter  bigint,
    created_at timestamptz not null default clock_timestamp(),
    -- Whether its pieces are still here.
    kept       boolean not null default true
);

create index import_file_by_age on import_file (created_at);
create index import_file_kept on import_file (created_at) where kept;

create table import_chunk (
    file_id uuid not null references import_file (id) on delete cascade,
    -- 0, 1, ...: all but the last have 1 MiB.
    n       integer not null check (n >= 0),
    bytes   bytea not null check (length(bytes) between 1 and 1048576),
    primary key (file_id, n)
);

-- Parts of a piece are read; not compressed, they need not be unpacked for that.
alter table import_chunk alter column bytes set storage external;

-- Which products the file has named so far, and where first.
create table import_key (
    file_id    uuid not null references import_file (id) on delete cascade,
    sku        text not null,
    row_number bigint not null,
    primary key (file_id, sku)
);

create table import_refusal (
    file_id     uuid not null references import_file (id) on delete cascade,
    row_number  bigint not null check (row_number > 0),
    line_number bigint not null check (line_number > 0),
    -- Empty where the whole row is wrong.
    column_name text not null check (length(column_name) <= 200),
    reason      text not null check (length(reason) between 1 and 500),
    value       text not null check (length(value) <= 200),
    primary key (file_id, row_number, column_name)
);
