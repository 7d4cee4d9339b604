create table approvals_approval (
    id bigint not null primary key,
    store_id bigint not null,
    kind text not null check (kind <> ''),
    object_type text not null,
    object_id bigint not null,
    amount bigint not null,
    reason text not null,
    decider text not null,
    link text not null,
    summary text not null,
    requested_by bigint not null,
    requested_by_name text not null,
    requested_at bigint not null,
    granted bigint check (granted in (0, 1)),
    decided_at bigint,
    decided_by bigint,
    decided_by_name text,
    note text not null default '',
    withdrawn_at bigint,
    withdrawn_by bigint,
    version bigint not null default 1,
    check ((decided_at is null) = (granted is null)),
    check (decided_at is null or withdrawn_at is null),
    check (decided_by is null or decided_by <> requested_by)
);
create index approvals_approval_waiting on approvals_approval (store_id, decider, requested_at, id)
    where decided_at is null and withdrawn_at is null;
create index approvals_approval_of_object on approvals_approval (store_id, object_type, object_id, kind);
