-- The change feed: what changed, written by triggers in the transaction that changed it, so that no code can forget it.
-- docs/decisions/0010-change-feed.md says why this is right; org.stoa.data reads it.

-- Drawn before and after a look's snapshot. Unlogged: a look must not write to the log. A crash takes it back; then there
-- is a new generation.
create unlogged sequence tick;

-- The tags of each statement that changed something shown, by transaction.
create unlogged table change (
    xid  xid8   not null default pg_current_xact_id(),
    tags text[] not null
);

create index change_by_xid on change (xid);

-- One row that a crash, a promotion or a copy of the files loses or makes wrong: the generation of ticks and changes.
-- What is below the horizon may be gone from the table of changes.
create unlogged table alive (
    only_one   boolean primary key default true check (only_one),
    id         uuid not null,
    started_at timestamptz not null,
    horizon    xid8 not null
);

-- The same generation, logged: what a replica has of it shows whether it has come past its beginning.
create table generation (
    only_one boolean primary key default true check (only_one),
    id       uuid not null
);

insert into generation (id) values (gen_random_uuid());

comment on table generation is 'Not followed: shown to nobody.';
comment on table change is 'Not followed: it is the feed.';
comment on table alive is 'Not followed: part of the feed.';

-- Writes down what changed.
create function note_changes(touched text[]) returns void language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    if cardinality(touched) = 0 then
        return;
    end if;
    -- Statements that commit by themselves: nobody would look after them.
    if current_setting('stoa.unfollowed', true) = 'on' then
        raise exception 'This connection may not change what is shown' using errcode = '2F002';
    end if;
    insert into public.change (tags) values (touched);
end $$;

create function note_truncate() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    perform note_changes(array['*']);
    return null;
end $$;

-- Makes a table followed, and its partitions: statement triggers, separate for each event because of their transition tables,
-- that fire in whatever role the session is. The tags of a row are an array that may name its columns, as r.id. Calling it
-- again is how a new partition is followed.
create function follow(followed regclass, tags text) returns void language plpgsql as $$
declare
    part regclass;
begin
    perform follow_event(followed, 'insert', 'new table as new_rows', 'select * from new_rows', tags);
    perform follow_event(followed, 'delete', 'old table as old_rows', 'select * from old_rows', tags);
    perform follow_event(followed, 'update', 'old table as old_rows new table as new_rows',
        'select * from old_rows union all select * from new_rows', tags);
    execute format('create or replace trigger follow_truncate after truncate on %s for each statement'
        ' execute function note_truncate()', followed);
    execute format('alter table %s enable always trigger follow_truncate', followed);
    for part in select inhrelid from pg_inherits where inhparent = followed loop
        perform follow(part, tags);
    end loop;
end $$;

-- More tags than a look should carry become one for each kind ("price:*"), the part before the colon.
create function follow_event(followed regclass, event text, transition text, changed text, tags text) returns void
    language plpgsql as $$
declare
    named  text := (select relname from pg_class where oid = followed);
    noting text := named || '_note_' || event;
begin
    if length(named) > 50 then
        raise exception 'The name % is too long to be followed', named;
    end if;
    execute format($f$
        create or replace function %I() returns trigger language plpgsql
            security definer set search_path = pg_catalog, public, pg_temp as $t$
        begin
            perform note_changes(array(
                with touched as materialized (
                    select distinct tag from (%s) r, unnest(%s) tag where tag is not null)
                select tag from touched where (select count(*) from touched) <= 1000
                union all
                select distinct split_part(tag, ':', 1) || ':*' from touched where (select count(*) from touched) > 1000));
            return null;
        end $t$ $f$, noting, changed, tags);
    execute format('create or replace trigger follow_%s after %s on %s referencing %s for each statement'
        ' execute function %I()', event, event, followed, transition, noting);
    execute format('alter table %s enable always trigger follow_%s', followed, event);
end $$;

-- The tree of categories is read as a whole.
select follow('category', $$array['categories:all']$$);

-- A product by its id and its slug, and the lists of its category; its price and its stock have tags of their own, so that a
-- sale or an offer leaves texts and lists alone.
select follow('product', $$array['product:' || r.id, 'slug:' || r.slug, 'price:' || r.id, 'stock:' || r.id,
    'category:' || r.category_id]$$);

create or replace function product_note_update() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    perform note_changes(array(
        with touched as materialized (
            select distinct tag
              from old_rows o full join new_rows n on n.id = o.id,
                   unnest(case when n.version is distinct from o.version and n.price = o.price and n.stock = o.stock
                            or (o.slug, o.sku, o.title, o.sort_title, o.description, o.status, o.category_id,
                                o.attributes, o.created_at)
                            is distinct from (n.slug, n.sku, n.title, n.sort_title, n.description, n.status,
                                n.category_id, n.attributes, n.created_at)
                          then array['product:' || o.id, 'product:' || n.id, 'slug:' || o.slug, 'slug:' || n.slug,
                                     'category:' || o.category_id, 'category:' || n.category_id] else array[]::text[] end
                       || case when o.price is distinct from n.price
                          then array['price:' || o.id, 'price:' || n.id] else array[]::text[] end
                       || case when o.stock is distinct from n.stock
                          then array['stock:' || o.id, 'stock:' || n.id] else array[]::text[] end) tag
             where tag is not null)
        select tag from touched where (select count(*) from touched) <= 1000
        union all
        select distinct split_part(tag, ':', 1) || ':*' from touched where (select count(*) from touched) > 1000));
    return null;
end $$;

-- The version that is shown, and that conditional requests rely on, counts changes by hand, too.
create function product_count_version() returns trigger language plpgsql as $$
begin
    new.version := old.version + 1;
    return new;
end $$;

create trigger count_version before update on product for each row
    when (new.version = old.version
        and (old.slug, old.sku, old.title, old.sort_title, old.description, old.price, old.stock, old.status,
            old.category_id, old.attributes)
        is distinct from (new.slug, new.sku, new.title, new.sort_title, new.description, new.price, new.stock, new.status,
            new.category_id, new.attributes))
    execute function product_count_version();

select follow('product_image', $$array['product:' || r.product_id]$$);
select follow('media', $$array['media:' || r.name]$$);

-- A picture is named after its content and never changes. If somebody changes one all the same, whatever shows any must know.
create or replace function media_note_update() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    perform note_changes(array(select 'media:' || name from old_rows union select 'media:' || name from new_rows
        union select 'media:changed' from new_rows));
    return null;
end $$;

select follow('member', $$array['member:' || r.id]$$);

comment on table job is 'Not followed: read from the primary alone; who watches a job must not see an older state of it.';
comment on table import_file is 'Not followed: shown with its job, from the primary alone.';
comment on table import_chunk is 'Not followed: shown to nobody.';
comment on table import_key is 'Not followed: shown to nobody.';
comment on table import_refusal is 'Not followed: shown with its job, from the primary alone.';
comment on table remember_token is 'Not followed: asked of the primary alone.';
comment on table try_count is 'Not followed: asked of the primary alone.';
comment on table demo_shop is 'Not followed: shown to nobody.';
