create table complaints_complaint (
    id bigint not null primary key,
    store_id bigint not null,
    number text not null,
    state text not null,
    channel text not null,
    category text not null,
    severity text not null,
    words text not null,
    customer_id bigint not null references customers_customer (id),
    car_id bigint,
    about_type text not null default '',
    about_id bigint not null default 0,
    owner_id bigint not null default 0,
    opened_at bigint not null,
    opened_by bigint not null,
    answer_due_at bigint not null,
    plan_due_at bigint not null,
    reviewed_at bigint,
    solution text not null default '',
    cost bigint not null default 0 check (cost >= 0),
    proposed_at bigint,
    done text not null default '',
    done_at bigint,
    verdict text not null default '',
    closed_at bigint,
    cause text not null default '',
    prevention text not null default '',
    times_reopened bigint not null default 0,
    version bigint not null default 1
);
create unique index complaints_complaint_number on complaints_complaint (store_id, number);
create index complaints_complaint_opened on complaints_complaint (store_id, opened_at, id);
create index complaints_complaint_state on complaints_complaint (store_id, state, opened_at, id);
create index complaints_complaint_customer on complaints_complaint (store_id, customer_id);
