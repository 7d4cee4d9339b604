-- When the workshop takes cars in, and how many places it keeps for those who come without asking.
create table workshop_capacity (
    store_id bigint not null primary key references access_store (id),
    opens_minute bigint not null check (opens_minute between 0 and 1439),
    closes_minute bigint not null check (closes_minute between 1 and 1440),
    slot_minutes bigint not null check (slot_minutes between 5 and 240),
    walk_in_bays bigint not null check (walk_in_bays >= 0),
    days_ahead bigint not null check (days_ahead between 1 and 365),
    version bigint not null default 1,
    check (opens_minute < closes_minute)
);

create table workshop_bay (
    id bigint not null primary key,
    store_id bigint not null references access_store (id),
    name text not null,
    kind text not null check (kind in ('mechanical', 'quick', 'body', 'paint', 'wash', 'inspection')),
    closed_at bigint,
    version bigint not null default 1
);
create unique index workshop_bay_name on workshop_bay (store_id, name);

create table workshop_operation (
    id bigint not null primary key,
    store_id bigint not null references access_store (id),
    code text not null,
    name text not null,
    category text not null,
    hours bigint not null check (hours > 0),
    hourly_price bigint not null check (hourly_price >= 0),
    withdrawn_at bigint,
    version bigint not null default 1
);
create unique index workshop_operation_code on workshop_operation (store_id, code);

create table workshop_appointment (
    id bigint not null primary key,
    store_id bigint not null references access_store (id),
    number text not null,
    state text not null check (state in ('booked', 'arrived', 'cancelled', 'missed')),
    customer_id bigint not null references customers_customer (id),
    car_id bigint not null references vehicles_car (id),
    starts_at bigint not null,
    ends_at bigint not null,
    bay_id bigint not null references workshop_bay (id),
    advisor_id bigint not null references access_user (id),
    words text not null,
    booked_at bigint not null,
    booked_by bigint not null,
    by_customer bigint not null check (by_customer in (0, 1)),
    ended_at bigint,
    end_reason text not null,
    version bigint not null default 1,
    check (starts_at < ends_at)
);
create unique index workshop_appointment_number on workshop_appointment (store_id, number);
create index workshop_appointment_time on workshop_appointment (store_id, starts_at, id);
create index workshop_appointment_customer on workshop_appointment (store_id, customer_id, starts_at);

create table workshop_order (
    id bigint not null primary key,
    store_id bigint not null references access_store (id),
    number text not null,
    state text not null,
    appointment_id bigint references workshop_appointment (id),
    customer_id bigint not null references customers_customer (id),
    car_id bigint not null references vehicles_car (id),
    advisor_id bigint not null references access_user (id),
    repair_class text not null,
    mileage_km bigint not null check (mileage_km >= 0),
    fuel_percent bigint not null check (fuel_percent between 0 and 100),
    words text not null,
    belongings text not null,
    sent_in_by text not null,
    marks text not null,
    photos text not null,
    signature text not null,
    wants_old_parts bigint not null check (wants_old_parts in (0, 1)),
    opened_at bigint not null,
    opened_by bigint not null,
    first_promised_at bigint not null,
    promised_at bigint not null,
    planned_total bigint not null,
    approved_total bigint not null,
    customer_total bigint not null default 0,
    started_at bigint,
    quality_round bigint not null default 1,
    checks_passed bigint not null default 0 check (checks_passed between 0 and 3),
    passed_at bigint,
    passed_by bigint,
    certificate_number text not null default '',
    washed_at bigint,
    settled_at bigint,
    handed_back_at bigint,
    mileage_out_km bigint,
    cancelled_at bigint,
    delay_warned_at bigint,
    version bigint not null default 1
);
create unique index workshop_order_number on workshop_order (store_id, number);
create index workshop_order_time on workshop_order (store_id, opened_at, id);
create index workshop_order_state on workshop_order (store_id, state, opened_at, id);
create index workshop_order_advisor on workshop_order (store_id, advisor_id, opened_at, id);
create index workshop_order_customer on workshop_order (store_id, customer_id, opened_at, id);
create index workshop_order_car on workshop_order (store_id, car_id, opened_at, id);
-- The cars that are in the house: few among all that ever were.
create index workshop_order_open on workshop_order (store_id, opened_at, id)
    where handed_back_at is null and cancelled_at is null;

create table workshop_finding (
    id bigint not null primary key,
    store_id bigint not null references access_store (id),
    order_id bigint not null references workshop_order (id),
    part_of_car text not null,
    words text not null,
    reading text not null,
    urgency text not null,
    photos text not null,
    additional bigint not null check (additional in (0, 1)),
    found_at bigint not null,
    found_by bigint not null
);
create index workshop_finding_of_order on workshop_finding (store_id, order_id, id);

-- What the customer was asked, when and by which way, and what was answered. Never changed after the answer.
create table workshop_consent (
    id bigint not null primary key,
    store_id bigint not null references access_store (id),
    order_id bigint not null references workshop_order (id),
    state text not null check (state in ('open', 'answered', 'withdrawn')),
    asked_at bigint not null,
    asked_by bigint not null,
    asked_amount bigint not null,
    promised_at bigint not null,
    answered_at bigint,
    channel text,
    answered_by text not null,
    recorded_by bigint,
    signature text,
    recording text,
    approved_amount bigint not null,
    version bigint not null default 1
);
create index workshop_consent_of_order on workshop_consent (store_id, order_id, id);

create table workshop_line (
    id bigint not null primary key,
    store_id bigint not null references access_store (id),
    order_id bigint not null references workshop_order (id),
    position bigint not null,
    kind text not null check (kind in ('labour', 'part', 'outside')),
    operation_id bigint references workshop_operation (id),
    part_id bigint references parts_part (id),
    job_line_id bigint references workshop_line (id),
    finding_id bigint references workshop_finding (id),
    code text not null,
    name text not null,
    brand text not null,
    origin text not null,
    unit text not null,
    customer_supplied bigint not null check (customer_supplied in (0, 1)),
    quantity bigint not null check (quantity > 0),
    unit_price bigint not null check (unit_price >= 0),
    discount bigint not null check (discount >= 0),
    amount bigint not null check (amount >= 0),
    payer text not null check (payer in ('customer', 'warranty', 'insurer', 'internal')),
    state text not null check (state in ('planned', 'asked', 'approved', 'declined', 'removed')),
    consent_id bigint references workshop_consent (id),
    work text not null check (work in ('waiting', 'working', 'paused', 'rework', 'done')),
    technician_id bigint,
    bay_id bigint references workshop_bay (id),
    planned_start bigint,
    planned_end bigint,
    started_at bigint,
    done_at bigint,
    done_by bigint,
    added_at bigint not null,
    added_by bigint not null,
    version bigint not null default 1
);
create index workshop_line_of_order on workshop_line (store_id, order_id, position);
create index workshop_line_planned on workshop_line (store_id, planned_start) where planned_start is not null;
-- A technician's own list: what is approved and not done.
create index workshop_line_of_technician on workshop_line (store_id, technician_id)
    where state = 'approved' and work <> 'done';

create table workshop_consent_line (
    store_id bigint not null references access_store (id),
    consent_id bigint not null references workshop_consent (id),
    line_id bigint not null references workshop_line (id),
    amount bigint not null,
    approved bigint check (approved in (0, 1)),
    primary key (store_id, consent_id, line_id)
);

create table workshop_rework (
    id bigint not null primary key,
    store_id bigint not null references access_store (id),
    order_id bigint not null references workshop_order (id),
    line_id bigint not null references workshop_line (id),
    check_id bigint not null,
    cause text not null,
    words text not null,
    caused_by bigint,
    opened_at bigint not null,
    done_at bigint,
    done_by bigint
);
create index workshop_rework_of_order on workshop_rework (store_id, order_id, id);

create table workshop_clock (
    id bigint not null primary key,
    store_id bigint not null references access_store (id),
    order_id bigint not null references workshop_order (id),
    line_id bigint not null references workshop_line (id),
    rework_id bigint references workshop_rework (id),
    user_id bigint not null references access_user (id),
    bay_id bigint references workshop_bay (id),
    started_at bigint not null,
    ended_at bigint,
    end_reason text,
    check (ended_at is null or ended_at >= started_at)
);
create index workshop_clock_of_order on workshop_clock (store_id, order_id, started_at);
create index workshop_clock_by_time on workshop_clock (store_id, started_at);
-- One person works on one job at a time.
create unique index workshop_clock_running on workshop_clock (store_id, user_id) where ended_at is null;

create table workshop_check (
    id bigint not null primary key,
    store_id bigint not null references access_store (id),
    order_id bigint not null references workshop_order (id),
    round bigint not null,
    level text not null check (level in ('self', 'peer', 'final')),
    passed bigint not null check (passed in (0, 1)),
    checklist_id bigint not null,
    road_test_km bigint not null check (road_test_km >= 0),
    note text not null,
    checked_at bigint not null,
    checked_by bigint not null references access_user (id)
);
create index workshop_check_of_order on workshop_check (store_id, order_id, id);

create table workshop_settlement (
    id bigint not null primary key,
    store_id bigint not null references access_store (id),
    order_id bigint not null references workshop_order (id),
    number text not null,
    settled_at bigint not null,
    settled_by bigint not null,
    labour_total bigint not null,
    parts_total bigint not null,
    outside_total bigint not null,
    discount bigint not null check (discount >= 0),
    discount_reason text not null,
    rounding_off bigint not null check (rounding_off >= 0),
    tax bigint not null,
    customer_total bigint not null check (customer_total >= 0),
    warranty_total bigint not null,
    insurer_total bigint not null,
    internal_total bigint not null,
    deposit bigint not null check (deposit >= 0),
    guarantee_km bigint not null,
    guarantee_days bigint not null,
    cancelled_at bigint,
    cancelled_by bigint,
    cancel_reason text not null
);
create unique index workshop_settlement_number on workshop_settlement (store_id, number);
create unique index workshop_settlement_in_force on workshop_settlement (store_id,
       order_id) where cancelled_at is null;

create table workshop_hand_back (
    store_id bigint not null references access_store (id),
    order_id bigint not null references workshop_order (id),
    handed_at bigint not null,
    handed_by bigint not null,
    received_by text not null,
    old_parts text not null,
    signature text not null,
    explained bigint not null check (explained in (0, 1)),
    next_service_on text,
    next_service_km bigint,
    primary key (store_id, order_id)
);
