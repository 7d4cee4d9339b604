-- Everything that happened, once: audit trail, timeline, outbox for the page and the log for process analysis.
-- Each entry's hash covers the entry and the hash of the one before it in the same store.
create table log_event (
    id bigint not null primary key,
    store_id bigint not null,
    seq bigint not null,
    at bigint not null,
    name text not null,
    user_id bigint not null,
    actor_name text not null,
    objects text not null,
    data text not null,
    hash text not null
);
create unique index log_event_chain on log_event (store_id, seq);

create table log_event_object (
    store_id bigint not null,
    object_type text not null,
    object_id bigint not null,
    event_id bigint not null,
    primary key (store_id, object_type, object_id, event_id)
);

create table log_head (
    store_id bigint not null primary key,
    seq bigint not null,
    hash text not null
);

-- The answer to a request that carried an Idempotency-Key, written with the work itself.
create table log_idempotency (
    store_id bigint not null,
    caller text not null,
    idempotency_key text not null,
    action text not null,
    fingerprint text not null,
    answer text not null,
    at bigint not null,
    primary key (store_id, caller, idempotency_key)
);

-- Keys of records are handed out in blocks, so that copies of the program never meet.
create table log_id_block (
    name text not null primary key,
    next bigint not null
);
