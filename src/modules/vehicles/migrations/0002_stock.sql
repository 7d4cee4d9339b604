-- How long a car has been ours (it survives a transfer), how it leaves for another store and how it came from one,
-- and which step of the ageing alerts it has reached.
alter table vehicles_car add column stock_since bigint not null default 0;
update vehicles_car set stock_since = coalesce(arrived_at, ordered_at);
alter table vehicles_car add column leaves_by_transfer_id bigint;
alter table vehicles_car add column came_by_transfer_id bigint;
alter table vehicles_car add column age_step bigint not null default 0;
create index vehicles_car_stock on vehicles_car (store_id, stock_since, id)
    where state in ('in_transit', 'in_stock', 'locked', 'demo') and removed_at is null;
create index vehicles_car_stock_ordered on vehicles_car (store_id, ordered_at, id)
    where state in ('in_transit', 'in_stock', 'locked', 'demo') and removed_at is null;
create index vehicles_car_sold on vehicles_car (store_id, sold_at) where sold_at is not null;

create table vehicles_factory_order (
    id bigint not null primary key,
    store_id bigint not null,
    number text not null,
    note text not null,
    placed_at bigint not null,
    placed_by text not null,
    cars bigint not null check (cars > 0),
    waiting bigint not null check (waiting >= 0),
    version bigint not null default 1
);
create unique index vehicles_factory_order_number on vehicles_factory_order (store_id, number);
create index vehicles_factory_order_placed on vehicles_factory_order (store_id, placed_at, id);
create table vehicles_ordered_car (
    id bigint not null primary key,
    store_id bigint not null,
    order_id bigint not null references vehicles_factory_order (id),
    position bigint not null,
    model_id bigint not null references vehicles_model (id),
    model_name text not null,
    colour text not null,
    cost bigint not null check (cost >= 0),
    expected_on text not null,
    state text not null check (state in ('ordered', 'dispatched', 'dropped')),
    car_id bigint references vehicles_car (id),
    drop_reason text not null,
    version bigint not null default 1,
    check ((state = 'dispatched') = (car_id is not null))
);
create index vehicles_ordered_car_order on vehicles_ordered_car (store_id, order_id, position);
create index vehicles_ordered_car_waiting on vehicles_ordered_car (store_id, expected_on, id) where state = 'ordered';

create table vehicles_transfer (
    id bigint not null primary key,
    store_id bigint not null,
    number text not null,
    to_store_id bigint not null,
    car_id bigint not null references vehicles_car (id),
    vin text not null,
    model_code text not null,
    model_name text not null,
    colour text not null,
    price bigint not null check (price >= 0),
    state text not null check (state in ('requested', 'approved', 'sent', 'arrived', 'declined', 'withdrawn')),
    asked_by_receiver bigint not null check (asked_by_receiver in (0, 1)),
    swap_car_id bigint references vehicles_car (id),
    swap_id bigint references vehicles_transfer (id),
    reason text not null,
    requested_at bigint not null,
    requested_by text not null,
    decided_at bigint,
    decided_by text,
    decided_note text not null,
    sent_at bigint,
    sent_by text,
    carrier text not null,
    expected_on text,
    arrived_at bigint,
    arrived_by text,
    arriving_car_id bigint references vehicles_car (id),
    version bigint not null default 1,
    check (store_id <> to_store_id),
    check (state not in ('sent', 'arrived') or arriving_car_id is not null)
);
create unique index vehicles_transfer_number on vehicles_transfer (store_id, number);
create index vehicles_transfer_out on vehicles_transfer (store_id, requested_at, id);
create index vehicles_transfer_in on vehicles_transfer (to_store_id, requested_at, id);
-- A car is in one open transfer at most.
create unique index vehicles_transfer_open on vehicles_transfer (store_id, car_id)
    where state in ('requested', 'approved');

create table vehicles_claim (
    id bigint not null primary key,
    store_id bigint not null,
    number text not null,
    car_id bigint not null references vehicles_car (id),
    car_title text not null,
    damage text not null,
    photos text not null,
    state text not null check (state in ('found', 'claimed', 'accepted', 'refused', 'closed')),
    carrier text not null,
    claimed bigint not null check (claimed >= 0),
    accepted bigint not null check (accepted >= 0),
    received bigint not null check (received >= 0),
    answer text not null,
    repair text not null,
    found_at bigint not null,
    found_by text not null,
    claimed_at bigint,
    answered_at bigint,
    closed_at bigint,
    version bigint not null default 1,
    check ((state = 'closed') = (closed_at is not null))
);
create unique index vehicles_claim_number on vehicles_claim (store_id, number);
create index vehicles_claim_found on vehicles_claim (store_id, found_at, id);
create index vehicles_claim_car on vehicles_claim (store_id, car_id);

-- Keys and papers that belong to a car, and every hand they went through.
create table vehicles_item (
    id bigint not null primary key,
    store_id bigint not null,
    car_id bigint not null references vehicles_car (id),
    kind text not null check (kind in ('key', 'conformity_certificate', 'import_certificate', 'import_inspection',
        'consistency_certificate', 'maker_invoice', 'manual')),
    label text not null,
    state text not null check (state in ('here', 'at_bank', 'out', 'handed_over')),
    place text not null,
    holder text not null,
    since bigint not null,
    due_at bigint,
    version bigint not null default 1
);
create index vehicles_item_car on vehicles_item (store_id, car_id, kind);
create unique index vehicles_item_label on vehicles_item (store_id, car_id, kind, label);
create index vehicles_item_out on vehicles_item (store_id, since, id) where state = 'out';
create table vehicles_item_move (
    id bigint not null primary key,
    store_id bigint not null,
    item_id bigint not null references vehicles_item (id),
    state text not null check (state in ('here', 'at_bank', 'out', 'handed_over')),
    who text not null,
    purpose text not null,
    at bigint not null,
    by_name text not null
);
create index vehicles_item_move_item on vehicles_item_move (store_id, item_id, at);

create table vehicles_count (
    id bigint not null primary key,
    store_id bigint not null,
    number text not null,
    place text not null,
    state text not null check (state in ('open', 'closed')),
    expected bigint not null,
    started_at bigint not null,
    started_by text not null,
    closed_at bigint,
    closed_by text,
    version bigint not null default 1
);
create unique index vehicles_count_number on vehicles_count (store_id, number);
create index vehicles_count_started on vehicles_count (store_id, started_at, id);
create unique index vehicles_count_open on vehicles_count (store_id) where state = 'open';
create table vehicles_count_line (
    store_id bigint not null,
    count_id bigint not null references vehicles_count (id),
    vin text not null,
    vin_tail text not null,
    car_id bigint,
    title text not null,
    place text not null,
    result text not null check (result in ('missing', 'found', 'unexpected')),
    seen_at_place text not null,
    scanned_at bigint,
    scanned_by text,
    reason text not null,
    primary key (store_id, count_id, vin)
);
