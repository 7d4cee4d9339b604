-- What was seen on a customer's driving licence, by whom. The newest row counts; the number is not kept.
create table showroom_licence (
    id bigint not null primary key,
    store_id bigint not null,
    customer_id bigint not null,
    licence_class text not null,
    issued_on text not null,
    valid_until text,
    photo text not null,
    checked_by bigint not null,
    checked_at bigint not null,
    version bigint not null default 1
);
create index showroom_licence_customer on showroom_licence (store_id, customer_id, checked_at);

create table showroom_test_drive (
    id bigint not null primary key,
    store_id bigint not null,
    number text not null,
    state text not null check (state in ('booked', 'agreed', 'driving', 'finished', 'cancelled')),
    customer_id bigint not null,
    lead_id bigint,
    car_id bigint not null,
    consultant_id bigint not null,
    starts_at bigint not null,
    ends_at bigint not null check (ends_at > starts_at),
    route text not null check (route in ('city', 'motorway', 'mixed')),
    -- missing when the customer booked by link
    booked_by bigint,
    booked_at bigint not null,
    licence_id bigint references showroom_licence (id),
    signed_name text,
    signature text,
    signed_at bigint,
    document_id bigint,
    mileage_out_km bigint,
    fuel_out_percent bigint check (fuel_out_percent between 0 and 100),
    started_at bigint,
    started_by bigint,
    mileage_in_km bigint,
    fuel_in_percent bigint check (fuel_in_percent between 0 and 100),
    damage text,
    finished_at bigint,
    finished_by bigint,
    cancelled_at bigint,
    cancelled_by bigint,
    cancel_reason text,
    version bigint not null default 1,
    unique (store_id, number),
    check (state not in ('agreed', 'driving', 'finished') or signed_at is not null),
    check (state not in ('driving', 'finished') or started_at is not null),
    check ((state = 'finished') = (finished_at is not null)),
    check ((state = 'cancelled') = (cancelled_at is not null)),
    check (mileage_in_km is null or mileage_in_km >= mileage_out_km)
);
create index showroom_test_drive_starts on showroom_test_drive (store_id, starts_at, id);
create index showroom_test_drive_car on showroom_test_drive (store_id, car_id, starts_at);
create index showroom_test_drive_consultant on showroom_test_drive (store_id, consultant_id, starts_at);
create index showroom_test_drive_customer on showroom_test_drive (store_id, customer_id, starts_at);

-- One row per car and per person that is ever booked. A booking changes the row, so that two bookings at the same
-- moment cannot both miss each other: the second one is run again.
create table showroom_calendar (
    store_id bigint not null,
    kind text not null check (kind in ('car', 'person')),
    object_id bigint not null,
    bookings bigint not null,
    primary key (store_id, kind, object_id)
);

create table showroom_feedback (
    id bigint not null primary key,
    store_id bigint not null,
    test_drive_id bigint not null references showroom_test_drive (id),
    comfort bigint not null check (comfort between 1 and 5),
    power bigint not null check (power between 1 and 5),
    handling bigint not null check (handling between 1 and 5),
    space bigint not null check (space between 1 and 5),
    intent text not null check (intent in ('will_buy', 'thinking', 'will_not')),
    words text not null,
    recorded_by bigint not null,
    recorded_at bigint not null,
    unique (store_id, test_drive_id)
);

create table showroom_incident (
    id bigint not null primary key,
    store_id bigint not null,
    test_drive_id bigint not null references showroom_test_drive (id),
    words text not null,
    somebody_hurt bigint not null check (somebody_hurt in (0, 1)),
    photos text not null,
    reported_by bigint not null,
    reported_at bigint not null
);
create index showroom_incident_drive on showroom_incident (store_id, test_drive_id, reported_at);
