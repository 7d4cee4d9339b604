-- Where goods can be. Bins hold what is ours; the other kinds are the far ends of moves, so that every move
-- has two.
create table parts_place (
    id bigint not null primary key,
    store_id bigint not null references access_store (id),
    kind text not null check (kind in ('bin', 'supplier', 'workshop', 'difference')),
    name text not null
);
create unique index parts_place_name on parts_place (store_id, kind, name);

create table parts_part (
    id bigint not null primary key,
    store_id bigint not null references access_store (id),
    number text not null,
    name text not null,
    brand text not null,
    unit text not null,
    origin text not null,
    category text not null,
    fits text not null,
    price bigint not null check (price >= 0),
    reorder_point bigint not null check (reorder_point >= 0),
    bin text not null,
    created_at bigint not null,
    withdrawn_at bigint,
    withdrawn_by bigint references access_user (id),
    version bigint not null default 1
);
create unique index parts_part_number on parts_part (store_id, number);

-- The whole store's stock of a part, with its value: value / on_hand is the moving average cost.
create table parts_stock (
    store_id bigint not null references access_store (id),
    part_id bigint not null references parts_part (id),
    on_hand bigint not null check (on_hand >= 0),
    reserved bigint not null check (reserved >= 0),
    value bigint not null check (value >= 0),
    primary key (store_id, part_id),
    check (reserved <= on_hand),
    check (on_hand > 0 or value = 0)
);

-- How much of a part is at a place. Over all places of a part it sums to zero.
create table parts_balance (
    store_id bigint not null references access_store (id),
    part_id bigint not null references parts_part (id),
    place_id bigint not null references parts_place (id),
    is_bin bigint not null check (is_bin in (0, 1)),
    quantity bigint not null,
    primary key (store_id, part_id, place_id),
    check (quantity >= 0 or is_bin = 0)
);

-- From one place to another, never changed: what was wrong is moved back.
create table parts_move (
    id bigint not null primary key,
    store_id bigint not null references access_store (id),
    part_id bigint not null references parts_part (id),
    kind text not null,
    from_place_id bigint not null references parts_place (id),
    to_place_id bigint not null references parts_place (id),
    quantity bigint not null check (quantity > 0),
    value bigint not null check (value >= 0),
    moved_at bigint not null,
    moved_by bigint not null,
    object_type text not null,
    object_id bigint not null,
    line_id bigint not null,
    reason text not null,
    check (from_place_id <> to_place_id)
);
create index parts_move_of_part on parts_move (store_id, part_id, id);
create index parts_move_of_object on parts_move (store_id, object_type, object_id);

-- A part wanted for a line of an order: wanted = reserved + issued + missing.
create table parts_wanted (
    id bigint not null primary key,
    store_id bigint not null references access_store (id),
    part_id bigint not null references parts_part (id),
    line_type text not null,
    line_id bigint not null,
    order_type text not null,
    order_id bigint not null,
    note text not null,
    wanted bigint not null check (wanted >= 0),
    reserved bigint not null check (reserved >= 0),
    issued bigint not null check (issued >= 0),
    cost bigint not null check (cost >= 0),
    wanted_at bigint not null,
    released_at bigint,
    check (reserved + issued <= wanted)
);
create unique index parts_wanted_line on parts_wanted (store_id, line_type, line_id);
create index parts_wanted_order on parts_wanted (store_id, order_type, order_id);
-- What still has to be picked or bought: few rows among many.
create index parts_wanted_open on parts_wanted (store_id, part_id,
       wanted_at) where released_at is null and issued < wanted;

create table parts_receipt (
    id bigint not null primary key,
    store_id bigint not null references access_store (id),
    number text not null,
    supplier_name text not null,
    delivery_note text not null,
    received_at bigint not null,
    received_by bigint not null,
    net bigint not null,
    tax bigint not null
);
create unique index parts_receipt_number on parts_receipt (store_id, number);
create index parts_receipt_by_time on parts_receipt (store_id, received_at, id);

create table parts_receipt_line (
    id bigint not null primary key,
    store_id bigint not null references access_store (id),
    receipt_id bigint not null references parts_receipt (id),
    part_id bigint not null references parts_part (id),
    bin text not null,
    quantity bigint not null check (quantity > 0),
    unit_cost bigint not null check (unit_cost >= 0),
    amount bigint not null check (amount >= 0)
);
create index parts_receipt_line_of_receipt on parts_receipt_line (store_id, receipt_id);
