-- Prices by the days on which they hold; the newest that holds on a day counts.
create table vehicles_price (
    id bigint not null primary key,
    store_id bigint not null,
    model_id bigint not null references vehicles_model (id),
    price bigint not null check (price > 0),
    valid_from text not null,
    valid_until text,
    reason text not null,
    set_by text not null,
    set_at bigint not null,
    import_id bigint,
    withdrawn_at bigint,
    check (valid_until is null or valid_until >= valid_from)
);
create index vehicles_price_model on vehicles_price (store_id, model_id, valid_from, id);
create index vehicles_price_of_import on vehicles_price (store_id, import_id) where import_id is not null;

create table vehicles_price_import (
    id bigint not null primary key,
    store_id bigint not null,
    file text not null,
    file_name text not null,
    state text not null check (state in ('checked', 'committed', 'undone')),
    rows bigint not null,
    bad_rows bigint not null,
    changed_prices bigint not null,
    same_prices bigint not null,
    checked_at bigint not null,
    checked_by text not null,
    committed_at bigint,
    committed_by text,
    undone_at bigint,
    undone_by text,
    version bigint not null default 1
);
create index vehicles_price_import_checked on vehicles_price_import (store_id, checked_at, id);
create table vehicles_price_import_row (
    store_id bigint not null,
    import_id bigint not null references vehicles_price_import (id),
    row_number bigint not null,
    column_name text not null,
    code text not null,
    value text not null,
    model_id bigint,
    model_name text not null,
    price_before bigint,
    price bigint,
    valid_from text,
    primary key (store_id, import_id, row_number)
);

create table vehicles_option_rule (
    id bigint not null primary key,
    store_id bigint not null,
    model_id bigint not null references vehicles_model (id),
    option_id bigint not null references vehicles_option (id),
    kind text not null check (kind in ('excludes', 'needs')),
    other_id bigint not null references vehicles_option (id),
    check (option_id <> other_id)
);
create unique index vehicles_option_rule_pair on vehicles_option_rule (store_id, model_id, option_id, other_id);

create table vehicles_rival (
    id bigint not null primary key,
    store_id bigint not null,
    brand text not null,
    name text not null,
    year bigint not null,
    fuel text not null check (fuel in ('petrol', 'diesel', 'hybrid', 'plug_in_hybrid', 'electric')),
    gearbox text not null check (gearbox in ('manual', 'automatic')),
    seats bigint not null check (seats between 1 and 9),
    price bigint not null check (price > 0),
    specs text not null,
    source text not null,
    checked_on text not null,
    version bigint not null default 1
);
create unique index vehicles_rival_name on vehicles_rival (store_id, brand, name, year);

-- The walk around a car: what to say at each of its six points.
create table vehicles_guide_point (
    store_id bigint not null,
    model_id bigint not null references vehicles_model (id),
    point text not null check (point in ('front', 'driver_seat', 'rear_seats', 'tail', 'side', 'engine')),
    words text not null,
    fits_need text not null,
    set_by text not null,
    set_at bigint not null,
    primary key (store_id, model_id, point)
);
create table vehicles_photo (
    id bigint not null primary key,
    store_id bigint not null,
    model_id bigint not null references vehicles_model (id),
    file text not null,
    caption text not null,
    added_at bigint not null,
    removed_at bigint
);
create index vehicles_photo_model on vehicles_photo (store_id, model_id, id);
