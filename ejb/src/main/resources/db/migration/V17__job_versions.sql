-- Clones of several releases, side by side.

-- The newest version of the payload that the clone knows, by type; null where a release said nothing of it.
alter table job_clone add column known jsonb;

-- As before, but a job that was left alone and that this clone does not know is not in the way of others: whoever may take it over
-- does so beside the limit.
create or replace function claim_job(of_queue text, known jsonb, by_clone text, lease interval) returns setof job
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
        free := (select count(*) from job j
                  where j.queue = of_queue and j.state = 'running'
                    and (j.lease_until >= clock_timestamp() or j.payload_version <= (known ->> j.type)::integer)) < most;
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
