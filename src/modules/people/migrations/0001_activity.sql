-- One thing that counted for somebody: the case behind a figure.
create table people_case (
    id bigint not null primary key,
    store_id bigint not null,
    at bigint not null,
    day text not null,
    user_id bigint not null,
    -- 0: no model is known
    model_id bigint not null,
    measure text not null,
    -- negative when something that counted was taken back
    amount bigint not null check (amount <> 0),
    object_type text not null,
    object_id bigint not null,
    customer_id bigint not null,
    number text not null
);
create index people_case_of_measure on people_case (store_id, measure, at, id);
create index people_case_of_person on people_case (store_id, user_id, measure, at, id);
create index people_case_of_object on people_case (store_id, object_type, object_id, measure);

-- The same, summed: what boards read. Kept in the transaction of the case.
create table people_day (
    store_id bigint not null,
    day text not null,
    user_id bigint not null,
    measure text not null,
    model_id bigint not null,
    amount bigint not null,
    primary key (store_id, day, user_id, measure, model_id)
);

-- From when a store's days are counted: set when the log before this module was counted.
create table people_counting (
    store_id bigint not null primary key,
    counted_at bigint not null,
    events bigint not null
);
