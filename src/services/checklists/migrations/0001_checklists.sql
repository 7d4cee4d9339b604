create table checklists_filled (
    id bigint not null primary key,
    store_id bigint not null,
    checklist text not null check (checklist <> ''),
    object_type text not null,
    object_id bigint not null,
    filled_at bigint not null,
    filled_by bigint not null,
    filled_by_name text not null,
    faults bigint not null check (faults >= 0)
);
create index checklists_filled_of_object on checklists_filled (store_id, object_type, object_id, filled_at);

create table checklists_answer (
    store_id bigint not null,
    filled_id bigint not null references checklists_filled (id),
    position bigint not null,
    item text not null,
    verdict text not null check (verdict in ('ok', 'fault', 'not_applicable')),
    note text not null,
    primary key (store_id, filled_id, item)
);

create table checklists_photo (
    store_id bigint not null,
    filled_id bigint not null references checklists_filled (id),
    item text not null,
    position bigint not null,
    file_hash text not null,
    primary key (store_id, filled_id, item, position)
);
