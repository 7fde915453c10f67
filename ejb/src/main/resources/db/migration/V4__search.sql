-- Search: one text search vector and one plain name a product, both kept by the database whoever writes.

create extension if not exists unaccent;
create extension if not exists pg_trgm;
create extension if not exists fuzzystrmatch;

-- English stems without stop words, so that "It" and "Who's Who" are found too.
create text search dictionary stoa_stem (template = snowball, language = english);
create text search configuration stoa (copy = simple);
alter text search configuration stoa alter mapping for asciiword, asciihword, hword_asciipart with stoa_stem;
alter text search configuration stoa alter mapping for word, hword, hword_part with unaccent, stoa_stem;

-- Text as it is compared, of documents and of queries alike: lower case, without accents; in Arabic one form of alef, yeh
-- and heh, without tatweel and vowel signs. Immutable as long as nobody edits the server's unaccent.rules. Written with
-- shortcuts, because every import pays for it: most text is plain ASCII, and nearly all the rest is composed already.
create function search_plain(text) returns text
    language sql immutable strict parallel safe
    return case when octet_length($1) = length($1) then lower($1)
        else translate(
            lower(public.unaccent('public.unaccent'::regdictionary,
                case when $1 is nfc normalized then $1 else normalize($1, NFC) end)),
            U&'\0622\0623\0625\0671\0649\0629\0640\064B\064C\064D\064E\064F\0650\0651\0652\0653\0654\0655\0670',
            U&'\0627\0627\0627\0627\064A\0647')
        end;

-- The words of a short text with one space between them. (\W, because a negated [[:alnum:]] takes eight times as long.)
create function search_words(text) returns text
    language sql immutable strict parallel safe
    return btrim(regexp_replace(public.search_plain($1), '[\W_]+', ' ', 'g'));

create function search_vector(title text, author text, attributes jsonb, description text) returns tsvector
    language sql immutable parallel safe
    return setweight(to_tsvector('public.stoa'::regconfig, public.search_words(title)), 'A')
        || setweight(to_tsvector('public.stoa'::regconfig, public.search_words(coalesce(author, ''))), 'B')
        || setweight(jsonb_to_tsvector('public.stoa'::regconfig, attributes - array['author', 'language'],
                                       '["string", "numeric"]'), 'C')
        || setweight(to_tsvector('public.stoa'::regconfig, public.search_plain(description)), 'D');

alter table product
    add column author text generated always as (left(attributes ->> 'author', 200)) stored,
    add column language text generated always as (left(attributes ->> 'language', 60)) stored,
    -- Title and author, with a bar between them.
    add column search_name text not null generated always as (
        search_words(title) || ' | ' || search_words(coalesce(left(attributes ->> 'author', 200), ''))) stored,
    add column search_vector tsvector not null generated always as (
        search_vector(title, left(attributes ->> 'author', 200), attributes, description)) stored;

create index product_search on product using gin (search_vector) where status = 'ACTIVE';
create index product_search_name on product using gin (search_name gin_trgm_ops) where status = 'ACTIVE';

-- The products, at most so many, whose title or author has something like that text in it, and how like, from 0 to 1.
create function search_alike(name text, likeness real, most integer) returns table (product_id bigint, alike real)
    language plpgsql stable strict
    as $$
begin
    -- What the operator <% compares with.
    perform set_config('pg_trgm.word_similarity_threshold', likeness::text, true);
    return query
        select p.id, word_similarity(name, p.search_name) from product p
         where p.status = 'ACTIVE' and name <% p.search_name
         limit most;
end
$$;
