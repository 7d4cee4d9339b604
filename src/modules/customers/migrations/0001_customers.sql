create table customers_import (
    id bigint not null primary key,
    store_id bigint not null,
    file text not null,
    file_name text not null,
    state text not null check (state in ('checked', 'committed', 'undone')),
    rows bigint not null check (rows >= 0),
    bad_rows bigint not null check (bad_rows >= 0),
    new_customers bigint not null,
    known_customers bigint not null,
    cars bigint not null,
    checked_at bigint not null,
    checked_by text not null,
    committed_at bigint,
    committed_by text,
    undone_at bigint,
    undone_by text,
    version bigint not null default 1
);
create index customers_import_checked on customers_import (store_id, checked_at, id);
create table customers_import_error (
    id bigint not null primary key,
    store_id bigint not null,
    import_id bigint not null references customers_import (id),
    row_number bigint not null,
    column_name text not null,
    code text not null,
    value text not null
);
create index customers_import_error_row on customers_import_error (store_id, import_id, row_number, id);
create table customers_import_car (
    id bigint not null primary key,
    store_id bigint not null,
    import_id bigint not null references customers_import (id),
    car_id bigint not null references vehicles_car (id)
);
create index customers_import_car_of on customers_import_car (store_id, import_id, id);
create table customers_customer (
    id bigint not null primary key,
    store_id bigint not null,
    name text not null check (name <> ''),
    name_sort text not null,
    company bigint not null check (company in (0, 1)),
    gender text not null check (gender in ('unknown', 'female', 'male')),
    phone_sealed text,
    phone_blind text,
    identity_sealed text,
    identity_blind text,
    email text not null,
    address text not null,
    note text not null,
    source text not null check (source in ('walk_in', 'phone_call', 'web', 'referral', 'event',
    'service', 'imported')),
    consultant_id bigint,
    created_at bigint not null,
    created_by text not null,
    import_id bigint references customers_import (id),
    merged_into bigint references customers_customer (id),
    merged_at bigint,
    merged_by text,
    removed_at bigint,
    version bigint not null default 1,
    check ((phone_sealed is null) = (phone_blind is null)),
    check ((identity_sealed is null) = (identity_blind is null)),
    check ((merged_into is null) = (merged_at is null))
);
create index customers_customer_phone on customers_customer (store_id, phone_blind) where phone_blind is
    not null;
create index customers_customer_identity on customers_customer (store_id, identity_blind)
    where identity_blind is not null;
create index customers_customer_created on customers_customer (store_id, created_at, id);
create index customers_customer_name on customers_customer (store_id, name_sort, id);
create index customers_customer_import on customers_customer (store_id, import_id) where import_id is
    not null;
create table customers_consent (
    id bigint not null primary key,
    store_id bigint not null,
    customer_id bigint not null references customers_customer (id),
    purpose text not null check (purpose in ('contact_by_phone', 'marketing_messages', 'give_to_manufacturer',
        'give_to_insurer', 'give_to_bank')),
    text_version text not null,
    channel text not null check (channel in ('on_screen', 'on_paper', 'by_phone', 'own_page')),
    given_at bigint not null,
    given_by text not null,
    withdrawn_at bigint,
    withdrawn_by text,
    version bigint not null default 1
);
create unique index customers_consent_open on customers_consent (store_id, customer_id, purpose)
    where withdrawn_at is null;
