-- The version of a product counts changes by hand in a statement of its own, after the row's. A trigger before the row made
-- PostgreSQL compute the generated columns of search again on every update, each sale: two thirds of its price.

drop trigger count_version on product;
drop function product_count_version();

create function product_count_version() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    update public.product set version = version + 1 where id = new.id;
    return null;
end $$;

create trigger count_version after update on product for each row
    when (new.version = old.version
        and (old.slug, old.sku, old.title, old.sort_title, old.description, old.price, old.stock, old.status,
            old.category_id, old.attributes)
        is distinct from (new.slug, new.sku, new.title, new.sort_title, new.description, new.price, new.stock, new.status,
            new.category_id, new.attributes))
    execute function product_count_version();

-- As before, but for the version counted by the trigger above: what it follows has its own tags already.
create or replace function product_note_update() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    perform note_changes(array(
        with touched as materialized (
            select distinct tag
              from old_rows o full join new_rows n on n.id = o.id,
                   unnest(case when pg_trigger_depth() = 1
                            and n.version is distinct from o.version and n.price = o.price and n.stock = o.stock
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
