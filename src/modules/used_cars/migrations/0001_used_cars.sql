-- A car that somebody drove before: from its purchase through reconditioning to its sale.
create table used_cars_car (
    id bigint not null primary key,
    store_id bigint not null,
    number text not null,
    car_id bigint not null references vehicles_car (id),
    -- the record of the same car as long as it was a customer's here
    car_before_id bigint,
    source text not null check (source in ('purchase', 'trade_in')),
    seller_id bigint not null references customers_customer (id),
    -- the sale of a new car that it was taken in payment for
    deal_id bigint,
    model_text text not null,
    vin text not null,
    plate text not null,
    colour text not null default '',
    condition text not null,
    mileage_km bigint not null check (mileage_km >= 0),
    first_registered text not null,
    market_price bigint not null check (market_price > 0),
    repair_estimate bigint not null check (repair_estimate >= 0),
    price bigint not null check (price > 0),
    paid bigint not null default 0 check (paid >= 0 and paid <= price),
    -- what its reconditioning has cost so far
    spent bigint not null default 0 check (spent >= 0),
    asking_price bigint check (asking_price > 0),
    described_at bigint,
    step text not null check (step in ('arrived', 'inspection', 'mechanical', 'body_paint', 'cleaning', 'photos',
        'for_sale', 'sold')),
    step_since bigint not null,
    taken_at bigint not null,
    taken_by text not null,
    offered_at bigint,
    sold_at bigint,
    sold_deal_id bigint,
    invoice_number text not null default '',
    transferred_on text,
    version bigint not null default 1,
    check ((source = 'trade_in') = (deal_id is not null)),
    check ((step = 'sold') = (sold_at is not null))
);
create unique index used_cars_car_number on used_cars_car (store_id, number);
create unique index used_cars_car_car on used_cars_car (store_id, car_id);
create unique index used_cars_car_deal on used_cars_car (store_id, deal_id) where deal_id is not null;
create index used_cars_car_taken on used_cars_car (store_id, taken_at, id);
create index used_cars_car_stock on used_cars_car (store_id, step_since, id) where sold_at is null;
create index used_cars_car_sold on used_cars_car (store_id, sold_at, id) where sold_at is not null;

-- Each time in a step, from the moment it was entered to the moment it was left.
create table used_cars_stay (
    id bigint not null primary key,
    store_id bigint not null,
    used_car_id bigint not null references used_cars_car (id),
    step text not null check (step in ('arrived', 'inspection', 'mechanical', 'body_paint', 'cleaning', 'photos',
        'for_sale')),
    entered_at bigint not null,
    entered_by text not null,
    left_at bigint,
    -- the sales manager was told that it takes too long
    told_at bigint,
    check (left_at is null or left_at >= entered_at)
);
create index used_cars_stay_car on used_cars_stay (store_id, used_car_id, entered_at, id);
-- A car is in one step at a time.
create unique index used_cars_stay_open on used_cars_stay (store_id, used_car_id) where left_at is null;
create index used_cars_stay_left on used_cars_stay (store_id, left_at) where left_at is not null;

-- What is done to the car, with what it should and did cost.
create table used_cars_job (
    id bigint not null primary key,
    store_id bigint not null,
    used_car_id bigint not null references used_cars_car (id),
    step text not null check (step in ('inspection', 'mechanical', 'body_paint', 'cleaning', 'photos')),
    title text not null,
    planned_cost bigint not null check (planned_cost >= 0),
    cost bigint not null default 0 check (cost >= 0),
    done_by text check (done_by in ('own_workshop', 'supplier')),
    supplier text not null default '',
    state text not null check (state in ('planned', 'done', 'dropped')),
    note text not null default '',
    planned_at bigint not null,
    planned_by text not null,
    ended_at bigint,
    ended_by text,
    version bigint not null default 1,
    check ((state = 'planned') = (ended_at is null)),
    check ((state = 'done') = (done_by is not null))
);
create index used_cars_job_car on used_cars_job (store_id, used_car_id, planned_at, id);

create table used_cars_paper (
    id bigint not null primary key,
    store_id bigint not null,
    used_car_id bigint not null references used_cars_car (id),
    kind text not null check (kind in ('purchase_contract', 'registration_certificate', 'vehicle_licence',
        'seller_identity', 'compulsory_insurance', 'inspection_report')),
    number text not null,
    file text not null,
    received_at bigint not null,
    received_by text not null
);
create unique index used_cars_paper_kind on used_cars_paper (store_id, used_car_id, kind);

create table used_cars_payment (
    id bigint not null primary key,
    store_id bigint not null,
    used_car_id bigint not null references used_cars_car (id),
    amount bigint not null check (amount > 0),
    reference text not null,
    paid_at bigint not null,
    paid_by text not null
);
create index used_cars_payment_car on used_cars_payment (store_id, used_car_id, paid_at, id);

create table used_cars_price (
    id bigint not null primary key,
    store_id bigint not null,
    used_car_id bigint not null references used_cars_car (id),
    price bigint not null check (price > 0),
    reason text not null,
    set_at bigint not null,
    set_by text not null
);
create index used_cars_price_car on used_cars_price (store_id, used_car_id, set_at, id);
