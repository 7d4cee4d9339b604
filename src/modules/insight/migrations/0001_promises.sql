-- What a customer was promised in one case. Amounts in fen; a promised time is the last moment of it.
create table insight_promise (
    store_id bigint not null,
    id bigint not null,
    case_type text not null check (case_type in ('deal', 'repair_order')),
    case_id bigint not null,
    kind text not null check (kind in ('price', 'time', 'extra')),
    reference bigint not null,
    subject text not null,
    number text not null,
    customer_id bigint not null,
    user_id bigint not null,
    person text not null,
    made_at bigint not null,
    first_amount bigint,
    amount bigint,
    first_time bigint,
    time bigint,
    became_amount bigint,
    became_time bigint,
    outcome text not null check (outcome in ('open', 'kept', 'kept_after_change', 'broken', 'withdrawn')),
    difference bigint,
    settled_at bigint,
    changes bigint not null default 0,
    version bigint not null default 1,
    primary key (store_id, id)
);
create unique index insight_promise_of_case on insight_promise (store_id, case_type, case_id, kind, reference);
create index insight_promise_settled on insight_promise (store_id, kind, settled_at);
create index insight_promise_made on insight_promise (store_id, made_at);

create table insight_promise_change (
    store_id bigint not null,
    id bigint not null,
    promise_id bigint not null,
    changed_at bigint not null,
    actor_name text not null,
    cause text not null,
    reason text not null,
    amount_before bigint,
    amount_after bigint,
    time_before bigint,
    time_after bigint,
    primary key (store_id, id),
    foreign key (store_id, promise_id) references insight_promise (store_id, id)
);
create index insight_promise_change_of on insight_promise_change (store_id, promise_id, changed_at);
