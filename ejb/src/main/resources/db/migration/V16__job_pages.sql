-- What staff and members look at: which clones are there, the jobs of a member, how many attempts failed of late.

-- Each clone says every few seconds that it is there, so that one with nothing to do is known, too.
create table job_clone (
    name    text primary key,
    seen_at timestamptz not null default clock_timestamp()
) with (fillfactor = 50);

comment on table job_clone is 'Not followed: read from the primary alone.';

-- Most jobs are nobody's.
create index job_of_submitter on job (submitter, id) where submitter is not null;
create index job_of_submitter on history.job (submitter, id) where submitter is not null;

create index job_attempt_ended on job_attempt (ended_at);
