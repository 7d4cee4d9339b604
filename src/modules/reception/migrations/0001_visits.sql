create table reception_visit (
    id bigint not null primary key,
    store_id bigint not null,
    number text not null,
    state text not null check (state in ('waiting', 'assigned', 'greeted', 'ended')),
    customer_id bigint references customers_customer (id),
    visitor_name text not null,
    plate text,
    party_size bigint not null check (party_size between 1 and 99),
    purpose text not null check (purpose in ('look_at_cars', 'test_drive', 'sign_contract',
    'collect_car', 'service',
        'complaint', 'other')),
    channel text not null check (channel in ('walk_in', 'invited', 'appointment', 'web', 'referral',
    'event')),
    consultant_id bigint,
    assigned_at bigint,
    assigned_by text,
    assigned_because text check (assigned_because in ('asked_for', 'own_customer', 'longest_free',
    'chosen_by_host',
        'came_forward')),
    arrived_at bigint not null,
    arrived_by text not null,
    greeted_at bigint,
    greeted_by text,
    ended_at bigint,
    ended_by text,
    outcome text check (outcome in ('interested', 'wants_time', 'test_driven', 'quoted',
    'signed_contract', 'collected',
        'served', 'no_interest', 'left_unseen', 'entered_by_mistake')),
    next_step text not null,
    note text not null,
    version bigint not null default 1,
    check (state = 'waiting' or state = 'ended' or consultant_id is not null),
    check ((state = 'ended') = (ended_at is not null)),
    check ((ended_at is null) = (outcome is null)),
    check ((consultant_id is null) = (assigned_at is null))
);
create unique index reception_visit_number on reception_visit (store_id, number);
create index reception_visit_arrived on reception_visit (store_id, arrived_at, id);
create index reception_visit_open on reception_visit (store_id, arrived_at) where ended_at is null;
create index reception_visit_consultant on reception_visit (store_id, consultant_id, arrived_at);
create index reception_visit_customer on reception_visit (store_id, customer_id, arrived_at)
    where customer_id is not null;
create table reception_duty (
    id bigint not null primary key,
    store_id bigint not null,
    user_id bigint not null,
    on_date text not null,
    started_at bigint not null,
    checklist_id bigint not null,
    faults bigint not null,
    away_since bigint,
    away_reason text,
    back_at bigint,
    ended_at bigint,
    version bigint not null default 1
);
create unique index reception_duty_of_day on reception_duty (store_id, on_date, user_id);
