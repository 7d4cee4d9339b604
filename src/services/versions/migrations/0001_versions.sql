create table versions_version (
    id bigint not null primary key,
    store_id bigint not null,
    kind text not null check (kind <> ''),
    name text not null check (name <> ''),
    number bigint not null check (number > 0),
    body text not null,
    reason text not null,
    valid_from bigint not null,
    published_at bigint not null,
    published_by text not null
);
create unique index versions_version_number on versions_version (store_id, kind, name, number);

-- A version in the making: one of each text, kept until it is published or thrown away.
create table versions_draft (
    store_id bigint not null,
    kind text not null check (kind <> ''),
    name text not null check (name <> ''),
    id bigint not null,
    base_number bigint not null check (base_number >= 0),
    body text not null,
    begun_at bigint not null,
    begun_by text not null,
    changed_at bigint not null,
    changed_by text not null,
    version bigint not null default 1,
    primary key (store_id, kind, name)
);
