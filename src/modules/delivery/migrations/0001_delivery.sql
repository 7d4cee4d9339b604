create table delivery_delivery (
    id bigint not null primary key,
    store_id bigint not null,
    number text not null,
    state text not null,
    deal_id bigint not null references deals_deal (id),
    customer_id bigint not null references customers_customer (id),
    car_id bigint not null references vehicles_car (id),
    created_at bigint not null,
    inspected_at bigint,
    prepared_at bigint,
    appointed_at bigint,
    accepted_at bigint,
    acceptance_signature text not null default '',
    delivered_at bigint,
    delivered_by bigint,
    mileage_km bigint not null default 0,
    version bigint not null default 1
);
create unique index delivery_delivery_number on delivery_delivery (store_id, number);
create unique index delivery_delivery_deal on delivery_delivery (store_id, deal_id);
create index delivery_delivery_state on delivery_delivery (store_id, state, created_at, id);
create index delivery_delivery_created on delivery_delivery (store_id, created_at, id);

-- A fault found before the car is handed over: it blocks until it is mended.
create table delivery_fault (
    id bigint not null primary key,
    store_id bigint not null,
    delivery_id bigint not null references delivery_delivery (id),
    checklist text not null,
    item text not null,
    words text not null,
    found_at bigint not null,
    found_by bigint not null,
    mended_at bigint,
    mended_by bigint,
    how text not null default ''
);
create index delivery_fault_of_delivery on delivery_fault (store_id, delivery_id);
