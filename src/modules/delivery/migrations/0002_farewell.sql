-- How the hand-over is celebrated.
create table delivery_ceremony (
    id bigint not null primary key,
    store_id bigint not null,
    delivery_id bigint not null references delivery_delivery (id),
    place text not null,
    host_id bigint not null,
    plan text not null,
    planned_at bigint not null,
    version bigint not null default 1,
    unique (store_id, delivery_id)
);

-- What goes into the customer's hands, each as often as it was counted.
create table delivery_item (
    id bigint not null primary key,
    store_id bigint not null,
    delivery_id bigint not null references delivery_delivery (id),
    item text not null,
    title text not null,
    pieces bigint not null check (pieces >= 0),
    number text not null,
    handed_at bigint not null,
    handed_by bigint not null,
    unique (store_id, delivery_id, item)
);

-- The paper that opens the gate, once.
create table delivery_gate_pass (
    id bigint not null primary key,
    store_id bigint not null,
    delivery_id bigint not null references delivery_delivery (id),
    number text not null,
    code text not null,
    issued_at bigint not null,
    issued_by bigint not null,
    left_at bigint,
    let_out_by bigint,
    unique (store_id, delivery_id),
    unique (store_id, code)
);

-- What the customer says of the hand-over, by the link.
create table delivery_rating (
    id bigint not null primary key,
    store_id bigint not null,
    delivery_id bigint not null references delivery_delivery (id),
    score bigint not null check (score between 1 and 5),
    explained bigint not null check (explained between 1 and 5),
    words text not null,
    rated_at bigint not null,
    unique (store_id, delivery_id)
);
