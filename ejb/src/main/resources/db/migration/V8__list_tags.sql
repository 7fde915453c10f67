-- Tags of what lists depend on, so that a list is read again only when other products are in it or their order changes:
-- products:all (which there are, and their texts), prices:all and prices:CATEGORY (orders and ranges of prices), available:all
-- (which are sold out). What is shown of each product has the tags of V6.

create function product_list_tags(category bigint) returns text[] language sql immutable as $$
    select array['products:all', 'prices:all', 'prices:' || category, 'available:all']
$$;

select follow_event('product', 'insert', 'new table as new_rows', 'select * from new_rows',
    $$array['product:' || r.id, 'slug:' || r.slug, 'price:' || r.id, 'stock:' || r.id, 'category:' || r.category_id]
        || public.product_list_tags(r.category_id)$$);

select follow_event('product', 'delete', 'old table as old_rows', 'select * from old_rows',
    $$array['product:' || r.id, 'slug:' || r.slug, 'price:' || r.id, 'stock:' || r.id, 'category:' || r.category_id]
        || public.product_list_tags(r.category_id)$$);

create or replace function product_note_update() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    perform note_changes(array(
        with touched as materialized (
            select distinct tag
              from old_rows o full join new_rows n on n.id = o.id,
                   -- The version that count_version counts belongs to what has its own tags already.
                   unnest(case when pg_trigger_depth() = 1
                            and n.version is distinct from o.version and n.price = o.price and n.stock = o.stock
                            or (o.slug, o.sku, o.title, o.sort_title, o.description, o.status, o.category_id,
                                o.attributes, o.created_at)
                            is distinct from (n.slug, n.sku, n.title, n.sort_title, n.description, n.status,
                                n.category_id, n.attributes, n.created_at)
                          then array['product:' || o.id, 'product:' || n.id, 'slug:' || o.slug, 'slug:' || n.slug,
                                     'category:' || o.category_id, 'category:' || n.category_id, 'products:all']
                          else array[]::text[] end
                       || case when (o.status, o.category_id) is distinct from (n.status, n.category_id)
                          then public.product_list_tags(o.category_id) || public.product_list_tags(n.category_id)
                          else array[]::text[] end
                       || case when o.price is distinct from n.price
                          then array['price:' || o.id, 'price:' || n.id, 'prices:all', 'prices:' || o.category_id,
                                     'prices:' || n.category_id] else array[]::text[] end
                       || case when o.stock is distinct from n.stock
                          then array['stock:' || o.id, 'stock:' || n.id] else array[]::text[] end
                       || case when (o.stock > 0) is distinct from (n.stock > 0)
                          then array['available:all'] else array[]::text[] end) tag
             where tag is not null)
        select tag from touched where (select count(*) from touched) <= 1000
        union all
        select distinct split_part(tag, ':', 1) || ':*' from touched where (select count(*) from touched) > 1000));
    return null;
end $$;
