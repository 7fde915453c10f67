-- One document a product: all that its own page shows but the way to its category, read by key where it has to be read at all.
-- Workers make it (build_product_documents), the triggers below mark it as outdated in the transaction that changes something, and
-- what is marked is not read. docs/decisions ("product documents") says why this is right; org.stoa.catalogue reads them.

create table product_document (
    product_id bigint primary key,
    -- The shape of the body: a clone reads those that it knows.
    form       smallint not null,
    body       jsonb not null
);

-- Marks: rows that are only ever added and deleted, so that nobody who writes waits for anybody, and none is lost. They name the
-- product, and one that is written or deleted often has many.
create table product_outdated (
    product_id bigint not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

create index product_outdated_by_product on product_outdated (product_id);

-- Marks of what stands in the documents of whatever products: a member's name, a picture; neither: of all. Who makes them does not
-- see which products those are, because others may be adding some just now. While there is one, no document is read.
create table documents_outdated (
    member_id  bigint,
    media_name text
);

comment on table product_document is 'Not followed: fresh by the tags of what it is made of, and by the marks in the same snapshot.';
comment on table product_outdated is 'Not followed: read with the documents, in one statement.';
comment on table documents_outdated is 'Not followed: read with the documents, in one statement.';

-- What the documents would be now; the numbers of reviews and the form are those of org.stoa.review and org.stoa.catalogue.
create view product_document_now as
select p.id as product_id, 1::smallint as form,
       jsonb_build_object(
           'product', jsonb_build_object(
               'slug', p.slug, 'title', p.title, 'description', p.description, 'sku', p.sku, 'price', p.price,
               'stock', p.stock, 'status', p.status, 'version', p.version, 'attributes', p.attributes,
               'category', p.category_id,
               'images', coalesce((
                   select jsonb_agg(jsonb_build_object('name', m.name, 'alt', i.alt, 'width', m.width, 'height', m.height)
                                    order by i.position)
                     from product_image i join media m on m.name = i.media_name
                    where i.product_id = p.id), '[]'),
               'average', r.average, 'ratings', coalesce(r.ratings, 0)),
           'reviews', jsonb_build_object(
               'average', r.average,
               'counts', jsonb_build_array(coalesce(r.n1, 0), coalesce(r.n2, 0), coalesce(r.n3, 0), coalesce(r.n4, 0),
                                           coalesce(r.n5, 0)),
               -- Three are shown; a fourth says that there are more.
               'newest', coalesce((
                   select jsonb_agg(jsonb_build_object('id', v.id, 'author', v.author, 'rating', v.rating, 'title', v.title,
                                        'text', v.body, 'written', cast(extract(epoch from v.created_at) as bigint),
                                        'changed', cast(extract(epoch from v.changed_at) as bigint), 'version', v.version)
                                    order by v.id desc)
                     from (select v.id, m.name as author, v.rating, v.title, v.body, v.created_at, v.changed_at, v.version
                             from review v join member m on m.id = v.member_id
                            where v.product_id = p.id and not v.hidden
                            order by v.id desc limit 4) v), '[]'))) as body
  from product p left join product_rating r on r.product_id = p.id
 where p.status <> 'DRAFT';

-- Products whose document is not marked, and yet not what it would be now: none, unless somebody switched triggers off.
create view product_document_wrong as
select coalesce(d.product_id, n.product_id) as product_id
  from product_document d full join product_document_now n on n.product_id = d.product_id
 where (d.product_id is null or n.product_id is null or d.form <> n.form or d.body <> n.body)
   and not exists (select from product_outdated o where o.product_id = coalesce(d.product_id, n.product_id))
   and not exists (select from documents_outdated);

-- Makes the documents of some products that are marked, and takes the marks away; says how many products, none where somebody else
-- is at it. One at a time in the whole cluster: who comes later must see all that an earlier one made. Marks go before what they
-- stand for is read, in statements of their own (read committed), so a change whose mark is deleted is in the document; any other
-- leaves its mark. A clone that dies in the middle leaves nothing behind.
create function build_product_documents(most integer) returns integer language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    taken bigint[];
begin
    if not exists (select from product_outdated) and not exists (select from documents_outdated) then
        return 0;
    end if;
    -- Nothing else in the database has this number.
    if not pg_try_advisory_xact_lock(7083206114370111) then
        return 0;
    end if;

    with widened as (
        delete from documents_outdated returning member_id, media_name)
    insert into product_outdated
    select v.product_id from review v join widened w on w.member_id = v.member_id
     union
    select i.product_id from product_image i join widened w on w.media_name = i.media_name
     union
    select product_id from product_document where exists (select from widened where member_id is null and media_name is null)
     union
    select id from product where exists (select from widened where member_id is null and media_name is null);

    select array_agg(distinct o.product_id) into taken from (select product_id from product_outdated limit most) o;
    if taken is null then
        return 0;
    end if;
    delete from product_outdated where product_id = any (taken);
    delete from product_document d where d.product_id = any (taken)
       and not exists (select from product_document_now n where n.product_id = d.product_id);
    insert into product_document (product_id, form, body)
    select n.product_id, n.form, n.body from product_document_now n where n.product_id = any (taken)
        on conflict (product_id) do update set form = excluded.form, body = excluded.body;
    return cardinality(taken);
end $$;

-- Whatever is done to the rows of a table marks the products that one of its columns names.
create function outdate_products(changed regclass, product text) returns void language plpgsql as $$
begin
    perform outdate_products_after(changed, 'insert', 'new table as new_rows', format('select distinct %I from new_rows', product));
    perform outdate_products_after(changed, 'delete', 'old table as old_rows', format('select distinct %I from old_rows', product));
    perform outdate_products_after(changed, 'update', 'old table as old_rows new table as new_rows',
        format('select %1$I from old_rows union select %1$I from new_rows', product));
    execute format('create trigger outdate_truncate after truncate on %s for each statement'
        ' execute function outdate_all_products()', changed);
    execute format('alter table %s enable always trigger outdate_truncate', changed);
end $$;

create function outdate_products_after(changed regclass, event text, transition text, products text) returns void
    language plpgsql as $$
declare
    marking text := (select relname from pg_class where oid = changed) || '_outdate_' || event;
begin
    execute format($f$
        create function %I() returns trigger language plpgsql
            security definer set search_path = pg_catalog, public, pg_temp as $t$
        begin
            insert into public.product_outdated %s;
            return null;
        end $t$ $f$, marking, products);
    execute format('create trigger outdate_%s after %s on %s referencing %s for each statement execute function %I()',
        event, event, changed, transition, marking);
    execute format('alter table %s enable always trigger outdate_%s', changed, event);
end $$;

create function outdate_all_products() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    insert into public.documents_outdated default values;
    return null;
end $$;

select outdate_products('product', 'id');
select outdate_products('product_image', 'product_id');
select outdate_products('product_rating', 'product_id');
select outdate_products('review', 'product_id');

-- Members and pictures come before what refers to them, and go after it or take it along: only their changes are left.
create function member_outdate_name() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    with renamed as materialized (select n.id from old_rows o join new_rows n on n.id = o.id where n.name <> o.name)
    insert into public.documents_outdated (member_id)
    select id from renamed where (select count(*) from renamed) <= 1000
     union all
    select null where (select count(*) from renamed) > 1000;
    return null;
end $$;

create trigger outdate_name after update on member referencing old table as old_rows new table as new_rows
    for each statement execute function member_outdate_name();
alter table member enable always trigger outdate_name;

create function media_outdate_update() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    insert into public.documents_outdated (media_name)
    select name from new_rows where (select count(*) from new_rows) <= 1000
     union all
    select null where (select count(*) from new_rows) > 1000;
    return null;
end $$;

create trigger outdate_update after update on media referencing new table as new_rows
    for each statement execute function media_outdate_update();
alter table media enable always trigger outdate_update;

-- Those that are there already.
insert into product_outdated select id from product;
