-- Members: who may sign in, on which devices they stay signed in, and how often somebody tried.

create table member (
    id            bigint generated always as identity primary key,
    -- Stripped, NFC, lower case: org.stoa.member.Email.
    email         text not null unique check (length(email) between 3 and 254),
    name          text not null check (length(name) between 1 and 100),
    -- pbkdf2-sha256$iterations$salt$hash; none: nobody can sign in with a password.
    password_hash text check (length(password_hash) <= 300),
    role          text not null default 'member' check (role in ('member', 'staff')),
    -- Sessions hold the epoch in which they began and count only in it: a new one signs all of them out.
    epoch         bigint not null default 0,
    created_at    timestamptz not null default clock_timestamp(),
    version       bigint not null default 0
);

create index member_who_is_staff on member (id) where role = 'staff';

-- A device that stays signed in. Tokens change with each use; only their SHA-256 is here.
create table remember_token (
    series        text primary key check (series ~ '^[0-9a-f]{32}$'),
    member_id     bigint not null references member (id) on delete cascade,
    token_sha256  text not null check (length(token_sha256) = 64),
    -- The token before, which parallel requests may still carry for a moment.
    former_sha256 text check (length(former_sha256) = 64),
    last_used     timestamptz not null default clock_timestamp(),
    expires_at    timestamptz not null
);

create index remember_token_of_member on remember_token (member_id, last_used);
create index remember_token_by_expiry on remember_token (expires_at);

-- How often something was tried; the key is a hash, so it names nobody. Logged: a crash must not give new tries.
create table try_count (
    kind          text not null check (length(kind) <= 40),
    key           text not null check (length(key) = 64),
    tries         integer not null check (tries >= 0),
    since         timestamptz not null,
    -- How often it was blocked lately: each block is longer than the one before.
    blocks        integer not null default 0,
    blocked_until timestamptz,
    primary key (kind, key)
);

create index try_count_by_age on try_count (since);
