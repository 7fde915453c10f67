-- What members say of products, and what comes out of it: how many gave how many stars.

create table review (
    id         bigint generated always as identity primary key,
    product_id bigint not null references product (id) on delete cascade,
    member_id  bigint not null references member (id) on delete cascade,
    rating     smallint not null check (rating between 1 and 5),
    title      text not null default '' check (length(title) <= 120),
    body       text not null check (length(body) between 1 and 5000),
    created_at timestamptz not null default clock_timestamp(),
    -- None as long as it stands as it was written.
    changed_at timestamptz,
    -- By the staff: it is neither shown nor counted.
    hidden     boolean not null default false,
    version    bigint not null default 0,
    unique (product_id, member_id)
);

-- Keyset pages of a product: newest; by rating, and within it newest.
create index review_newest on review (product_id, id) where not hidden;
create index review_by_rating on review (product_id, rating, id) where not hidden;
create index review_of_member on review (member_id);
create index review_hidden on review (id) where hidden;

-- Version and time of change count changes by hand, too.
create function review_count_version() returns trigger language plpgsql
    set search_path = pg_catalog, public, pg_temp as $$
begin
    if new.version = old.version then
        new.version := old.version + 1;
    end if;
    if (old.rating, old.title, old.body) is distinct from (new.rating, new.title, new.body) then
        new.changed_at := clock_timestamp();
    end if;
    return new;
end $$;

create trigger count_version before update on review for each row
    when ((old.rating, old.title, old.body, old.hidden) is distinct from (new.rating, new.title, new.body, new.hidden))
    execute function review_count_version();

-- How many shown reviews of a product give one star, ..., five. No row: none yet.
create table product_rating (
    product_id bigint primary key references product (id) on delete cascade,
    n1 integer not null default 0 check (n1 >= 0),
    n2 integer not null default 0 check (n2 >= 0),
    n3 integer not null default 0 check (n3 >= 0),
    n4 integer not null default 0 check (n4 >= 0),
    n5 integer not null default 0 check (n5 >= 0),
    ratings integer not null generated always as (n1 + n2 + n3 + n4 + n5) stored,
    -- As it is shown, so that what is found as "4 and up" shows no less than 4.
    average numeric(2, 1) generated always as (
        (n1 + 2 * n2 + 3 * n3 + 4 * n4 + 5 * n5)::numeric / nullif(n1 + n2 + n3 + n4 + n5, 0)) stored
);

-- What a statement changed, per product. The rows are made and locked in the order of the products before they are changed, so
-- that two statements over the same products wait for each other and never both. A product that is being deleted takes its
-- row along.
create function count_ratings(changed jsonb) returns void language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    insert into product_rating (product_id)
    select p.id from product p
     where p.id in (select (c ->> 'product')::bigint from jsonb_array_elements(changed) c)
     order by p.id
    on conflict do nothing;
    perform from product_rating
      where product_id in (select (c ->> 'product')::bigint from jsonb_array_elements(changed) c)
      order by product_id for update;
    update product_rating r
       set n1 = r.n1 + d.n1, n2 = r.n2 + d.n2, n3 = r.n3 + d.n3, n4 = r.n4 + d.n4, n5 = r.n5 + d.n5
      from (select (c ->> 'product')::bigint as product_id,
                   coalesce(sum((c ->> 'by')::integer) filter (where c ->> 'rating' = '1'), 0) as n1,
                   coalesce(sum((c ->> 'by')::integer) filter (where c ->> 'rating' = '2'), 0) as n2,
                   coalesce(sum((c ->> 'by')::integer) filter (where c ->> 'rating' = '3'), 0) as n3,
                   coalesce(sum((c ->> 'by')::integer) filter (where c ->> 'rating' = '4'), 0) as n4,
                   coalesce(sum((c ->> 'by')::integer) filter (where c ->> 'rating' = '5'), 0) as n5
              from jsonb_array_elements(changed) c group by 1) d
     where r.product_id = d.product_id and (d.n1, d.n2, d.n3, d.n4, d.n5) <> (0, 0, 0, 0, 0);
end $$;

create function review_count_insert() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    perform count_ratings(jsonb_agg(jsonb_build_object('product', product_id, 'rating', rating, 'by', reviews)))
       from (select product_id, rating, count(*) as reviews from new_rows where not hidden group by product_id, rating) changed
     having count(*) > 0;
    return null;
end $$;

create function review_count_delete() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    perform count_ratings(jsonb_agg(jsonb_build_object('product', product_id, 'rating', rating, 'by', -reviews)))
       from (select product_id, rating, count(*) as reviews from old_rows where not hidden group by product_id, rating) changed
     having count(*) > 0;
    return null;
end $$;

create function review_count_update() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    perform count_ratings(jsonb_agg(jsonb_build_object('product', product_id, 'rating', rating, 'by', reviews)))
       from (select product_id, rating, sum(reviews) as reviews
               from (select product_id, rating, -1 as reviews from old_rows where not hidden
                     union all
                     select product_id, rating, 1 from new_rows where not hidden) moved
              group by product_id, rating having sum(reviews) <> 0) changed
     having count(*) > 0;
    return null;
end $$;

create function review_count_truncate() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    delete from product_rating;
    return null;
end $$;

create trigger count_insert after insert on review referencing new table as new_rows
    for each statement execute function review_count_insert();
create trigger count_delete after delete on review referencing old table as old_rows
    for each statement execute function review_count_delete();
create trigger count_update after update on review referencing old table as old_rows new table as new_rows
    for each statement execute function review_count_update();
create trigger count_truncate after truncate on review
    for each statement execute function review_count_truncate();

-- Products whose counts are not what their reviews give: none, unless somebody changed counts by hand or switched triggers off.
create view product_rating_wrong as
select coalesce(r.product_id, c.product_id) as product_id,
       array[r.n1, r.n2, r.n3, r.n4, r.n5] as kept, array[c.n1, c.n2, c.n3, c.n4, c.n5] as counted
  from product_rating r
  full join (select product_id,
                    count(*) filter (where rating = 1) as n1, count(*) filter (where rating = 2) as n2,
                    count(*) filter (where rating = 3) as n3, count(*) filter (where rating = 4) as n4,
                    count(*) filter (where rating = 5) as n5
               from review where not hidden group by product_id) c on c.product_id = r.product_id
 where (coalesce(r.n1, 0), coalesce(r.n2, 0), coalesce(r.n3, 0), coalesce(r.n4, 0), coalesce(r.n5, 0))
    <> (coalesce(c.n1, 0), coalesce(c.n2, 0), coalesce(c.n3, 0), coalesce(c.n4, 0), coalesce(c.n5, 0));

-- A product's reviews as a whole, and those of a member; ratings of any product for lists that are narrowed by them.
select follow('review', $$array['review:' || r.product_id, 'member:' || r.member_id]$$);
select follow('product_rating', $$array['review:' || r.product_id, 'ratings:all']$$);

-- A review shows the name of who wrote it. One tag for all: which reviews there are of a member, his own transaction need not
-- see yet.
create function member_note_name() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    perform note_changes(array(
        select 'names:all' from old_rows o join new_rows n on n.id = o.id where n.name <> o.name limit 1));
    return null;
end $$;

create trigger follow_name after update on member referencing old table as old_rows new table as new_rows
    for each statement execute function member_note_name();
alter table member enable always trigger follow_name;
