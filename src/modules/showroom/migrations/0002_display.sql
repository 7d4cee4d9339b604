-- Where cars are shown; x and y are thousandths of the floor plan.
create table showroom_position (
    id bigint not null primary key,
    store_id bigint not null,
    name text not null,
    x bigint not null check (x between 0 and 1000),
    y bigint not null check (y between 0 and 1000),
    car_id bigint,
    car_since bigint,
    checked_at bigint,
    removed_at bigint,
    version bigint not null default 1
);
create unique index showroom_position_name on showroom_position (store_id, name) where removed_at is null;
create unique index showroom_position_car on showroom_position (store_id, car_id) where car_id is not null;

create table showroom_display_check (
    id bigint not null primary key,
    store_id bigint not null,
    position_id bigint not null references showroom_position (id),
    car_id bigint not null,
    checklist_id bigint not null,
    faults bigint not null,
    checked_at bigint not null,
    checked_by text not null
);
create index showroom_display_check_position on showroom_display_check (store_id, position_id, checked_at);

create table showroom_display_fault (
    id bigint not null primary key,
    store_id bigint not null,
    position_id bigint not null references showroom_position (id),
    car_id bigint not null,
    item text not null,
    note text not null,
    photos text not null,
    raised_at bigint not null,
    raised_by text not null,
    closed_at bigint,
    closed_by text,
    remedy text not null,
    version bigint not null default 1
);
create index showroom_display_fault_open on showroom_display_fault (store_id, position_id, raised_at)
    where closed_at is null;

-- What was shown to whom on a walk around a car.
create table showroom_presentation (
    id bigint not null primary key,
    store_id bigint not null,
    customer_id bigint not null,
    lead_id bigint,
    model_id bigint not null,
    consultant_id bigint not null,
    points text not null,
    liked text,
    note text not null,
    shown_at bigint not null
);
create index showroom_presentation_customer on showroom_presentation (store_id, customer_id, shown_at);

-- Who looks after which demo car on a day, and that it was made ready.
create table showroom_rota (
    store_id bigint not null,
    day text not null,
    car_id bigint not null,
    user_id bigint not null,
    fuel_percent bigint check (fuel_percent between 0 and 100),
    clean bigint check (clean in (0, 1)),
    note text not null,
    ready_at bigint,
    primary key (store_id, day, car_id)
);
create index showroom_test_drive_done on showroom_test_drive (store_id, finished_at) where finished_at is not null;
