-- The catalogue: a tree of categories, products, and their pictures.

create table category (
    id          bigint generated always as identity primary key,
    parent_id   bigint references category (id),
    slug        text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 120),
    name        text not null check (length(name) between 1 and 200),
    description text not null default '' check (length(description) <= 2000),
    position    integer not null default 0
);

create index category_by_parent on category (parent_id, position);

create table product (
    id          bigint generated always as identity primary key,
    slug        text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 120),
    sku         text not null unique check (sku ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$'),
    title       text not null check (length(title) between 1 and 500),
    -- The title as lists are sorted by it: without a leading article, accents and capitals.
    sort_title  text not null collate "C",
    description text not null default '' check (length(description) <= 20000),
    price       numeric(12, 2) not null check (price >= 0),
    stock       integer not null default 0 check (stock >= 0),
    status      text not null check (status in ('DRAFT', 'ACTIVE', 'RETIRED')),
    category_id bigint not null references category (id),
    attributes  jsonb not null default '{}' check (jsonb_typeof(attributes) = 'object'),
    created_at  timestamptz not null default clock_timestamp(),
    version     bigint not null default 0
);

-- Keyset pages of a category and of all, in each order.
create index product_of_category_by_title on product (category_id, sort_title, id) where status = 'ACTIVE';
create index product_of_category_by_price on product (category_id, price, id) where status = 'ACTIVE';
create index product_of_category on product (category_id, id) where status = 'ACTIVE';
create index product_by_title on product (sort_title, id) where status = 'ACTIVE';
create index product_by_price on product (price, id) where status = 'ACTIVE';

-- Files shown on pages. The name is made of the content, so what a name stands for never changes.
create table media (
    name         text primary key check (name ~ '^[0-9a-f]{64}\.(svg|jpg|png|webp)$'),
    content_type text not null,
    width        integer not null check (width > 0),
    height       integer not null check (height > 0),
    bytes        bytea not null check (length(bytes) <= 5242880),
    created_at   timestamptz not null default clock_timestamp()
);

create table product_image (
    product_id bigint not null references product (id) on delete cascade,
    position   integer not null check (position >= 0),
    media_name text not null references media (name),
    alt        text not null check (length(alt) between 1 and 500),
    primary key (product_id, position)
);

create index product_image_by_media on product_image (media_name);

-- One row once the demo shop has been loaded; its key makes sure that this happens once.
create table demo_shop (
    only_one  boolean primary key default true check (only_one),
    loaded_at timestamptz not null default clock_timestamp()
);
