create table standards_version (
    id bigint not null primary key,
    store_id bigint not null,
    process text not null,
    number bigint not null,
    body text not null,
    reason text not null,
    valid_from bigint not null,
    published_at bigint not null,
    published_by text not null
);
create unique index standards_version_number on standards_version (store_id, process, number);

-- One running through of a process; it keeps the version it began with.
create table standards_case (
    id bigint not null primary key,
    store_id bigint not null,
    process text not null,
    version_id bigint not null references standards_version (id),
    object_type text not null,
    object_id bigint not null,
    started_at bigint not null,
    ended_at bigint
);
create unique index standards_case_object on standards_case (store_id, process, object_id);

-- A milestone stands here once it is due or reached.
create table standards_milestone (
    case_id bigint not null references standards_case (id),
    name text not null,
    store_id bigint not null,
    not_before bigint,
    due_at bigint,
    reached_at bigint,
    event_id bigint,
    actor_name text not null default '',
    verdict text not null default '',
    missed_at bigint,
    times bigint not null default 0,
    primary key (case_id, name)
);
create index standards_milestone_due on standards_milestone (store_id, due_at)
    where reached_at is null and missed_at is null and due_at is not null;
