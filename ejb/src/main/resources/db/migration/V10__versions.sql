-- The versions of what clones keep for a while (second-level cache) count every change, by hand too: what was made from an older
-- version is not written.

alter table category add version bigint not null default 0;

create function count_version() returns trigger language plpgsql as $$
begin
    new.version := old.version + 1;
    return new;
end $$;

create trigger count_version before update on category for each row
    when (new.version = old.version and new.* is distinct from old.*) execute function count_version();
alter table category enable always trigger count_version;

create trigger count_version before update on member for each row
    when (new.version = old.version and new.* is distinct from old.*) execute function count_version();
alter table member enable always trigger count_version;
