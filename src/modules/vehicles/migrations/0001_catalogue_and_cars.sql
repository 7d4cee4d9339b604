create table vehicles_model (
    id bigint not null primary key,
    store_id bigint not null,
    code text not null,
    brand text not null,
    series text not null,
    trim text not null,
    name text not null,
    year bigint not null,
    fuel text not null check (fuel in ('petrol', 'diesel', 'hybrid', 'plug_in_hybrid', 'electric')),
    gearbox text not null check (gearbox in ('manual', 'automatic')),
    displacement_ml bigint not null check (displacement_ml >= 0),
    seats bigint not null check (seats between 1 and 9),
    price bigint not null check (price > 0),
    specs text not null,
    on_offer bigint not null check (on_offer in (0, 1)),
    version bigint not null default 1
);
create unique index vehicles_model_code on vehicles_model (store_id, code);
create index vehicles_model_series on vehicles_model (store_id, series, price, id);
create table vehicles_option (
    id bigint not null primary key,
    store_id bigint not null,
    model_id bigint not null references vehicles_model (id),
    code text not null,
    name text not null,
    price bigint not null check (price >= 0),
    on_offer bigint not null check (on_offer in (0, 1)),
    version bigint not null default 1
);
create unique index vehicles_option_code on vehicles_option (store_id, model_id, code);
create table vehicles_colour (
    id bigint not null primary key,
    store_id bigint not null,
    model_id bigint not null references vehicles_model (id),
    name text not null,
    hex text not null,
    price bigint not null check (price >= 0)
);
create unique index vehicles_colour_name on vehicles_colour (store_id, model_id, name);
create table vehicles_car (
    id bigint not null primary key,
    store_id bigint not null,
    vin text not null,
    vin_tail text not null,
    model_id bigint references vehicles_model (id),
    model_name text not null,
    plate text,
    colour text not null,
    state text not null check (state in ('in_transit', 'in_stock', 'locked', 'sold', 'demo', 'customer')),
    customer_id bigint,
    deal_id bigint,
    locked_at bigint,
    mileage_km bigint not null check (mileage_km >= 0),
    mileage_at bigint not null,
    location text not null,
    key_number text not null,
    cost bigint not null check (cost >= 0),
    ordered_at bigint not null,
    expected_on text,
    arrived_at bigint,
    arrived_by text,
    sold_at bigint,
    first_registered text,
    warranty_start text,
    removed_at bigint,
    version bigint not null default 1,
    check (state <> 'locked' or deal_id is not null),
    check (state not in ('sold', 'customer') or customer_id is not null)
);
create unique index vehicles_car_vin on vehicles_car (store_id, vin) where removed_at is null;
create unique index vehicles_car_plate on vehicles_car (store_id, plate) where plate is not null and
    removed_at is null;
create index vehicles_car_customer on vehicles_car (store_id, customer_id) where customer_id is not null;
create index vehicles_car_state on vehicles_car (store_id, state, model_id, arrived_at);
create index vehicles_car_ordered on vehicles_car (store_id, ordered_at, id);
