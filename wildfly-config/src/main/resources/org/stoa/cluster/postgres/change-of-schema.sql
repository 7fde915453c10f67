-- Whatever changes the schema "public" is a change of everything that is shown: DDL, which no trigger of a table sees, is
-- written down in the table "change" as the tag '*', in its own transaction. Event triggers belong to a superuser, so
-- this is run once by one, in the shop's database; it may be run again. A shop that has no such table yet is left alone.
--
-- The functions run with the rights of whoever changes the schema: with those of a superuser, triggers that the owner of
-- "change" puts there would have them too. Who may change the schema but not write into "change" is refused.

create schema if not exists change_of_schema; -- not "public": that must be empty before the first migration

create or replace function change_of_schema.write() returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if to_regclass('public.change') is not null then
        insert into public.change (tags) values (array['*']);
    end if;
end $$;

-- Policies, rules and triggers are in no schema, but on a table.
create or replace function change_of_schema.after_command() returns event_trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if exists (select from pg_event_trigger_ddl_commands()
                where schema_name = 'public' or schema_name is null and object_identity like '% on public.%') then
        perform change_of_schema.write();
    end if;
end $$;

create or replace function change_of_schema.after_drop() returns event_trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if exists (select from pg_event_trigger_dropped_objects()
                where not is_temporary
                  and (schema_name = 'public' or schema_name is null and object_identity like '% on public.%')) then
        perform change_of_schema.write();
    end if;
end $$;

grant usage on schema change_of_schema to public;

do $$
begin
    if not exists (select from pg_event_trigger where evtname = 'change_of_schema') then
        create event trigger change_of_schema on ddl_command_end
            execute function change_of_schema.after_command();
    end if;
    if not exists (select from pg_event_trigger where evtname = 'change_by_drop') then
        create event trigger change_by_drop on sql_drop
            execute function change_of_schema.after_drop();
    end if;
end $$;

-- Also in sessions that replicate.
alter event trigger change_of_schema enable always;
alter event trigger change_by_drop enable always;
