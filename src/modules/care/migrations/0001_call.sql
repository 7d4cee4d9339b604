-- A call that care owes a customer: planned by an event, made until somebody answers.
create table care_call (
    id bigint not null primary key,
    store_id bigint not null,
    kind text not null,
    customer_id bigint not null references customers_customer (id),
    car_id bigint,
    about_type text not null default '',
    about_id bigint not null default 0,
    due_on text not null,
    state text not null,
    tries bigint not null default 0,
    planned_at bigint not null,
    done_at bigint,
    done_by bigint,
    satisfaction bigint check (satisfaction is null or satisfaction between 1 and 10),
    words text not null default '',
    complaint_id bigint,
    version bigint not null default 1
);
create index care_call_due on care_call (store_id, state, due_on, id);
create index care_call_customer on care_call (store_id, customer_id);

-- Who wants no calls of care any more.
create table care_opt_out (
    customer_id bigint not null references customers_customer (id),
    store_id bigint not null,
    at bigint not null,
    by_user bigint not null,
    reason text not null,
    primary key (store_id, customer_id)
);
