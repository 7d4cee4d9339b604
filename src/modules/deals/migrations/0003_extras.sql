-- What a line costs us: shown to those who may see the margin.
alter table deals_line add column cost bigint not null default 0 check (cost >= 0);

-- An accessory or gift that is fitted before the car is handed over; what it really cost comes back to the deal.
create table deals_fitting (
    id bigint not null primary key,
    store_id bigint not null,
    deal_id bigint not null references deals_deal (id),
    line_id bigint not null references deals_line (id),
    customer_id bigint not null,
    title text not null,
    expected_cost bigint not null,
    state text not null check (state in ('planned', 'fitted', 'dropped')),
    opened_at bigint not null,
    fitted_at bigint,
    fitted_by bigint,
    cost bigint not null default 0 check (cost >= 0),
    note text not null default '',
    unique (store_id, line_id),
    check ((state = 'fitted') = (fitted_at is not null))
);
create index deals_fitting_deal on deals_fitting (store_id, deal_id, id);
create index deals_fitting_planned on deals_fitting (store_id, opened_at, id) where state = 'planned';

-- A promise of the contract that is drawn down later: five free services.
create table deals_promise (
    id bigint not null primary key,
    store_id bigint not null,
    deal_id bigint not null references deals_deal (id),
    line_id bigint not null references deals_line (id),
    customer_id bigint not null,
    title text not null,
    times bigint not null check (times > 0),
    used bigint not null default 0 check (used >= 0 and used <= times),
    valid_months bigint not null check (valid_months > 0),
    made_by bigint not null,
    made_at bigint not null,
    version bigint not null default 1
);
create index deals_promise_deal on deals_promise (store_id, deal_id, id);
create index deals_promise_customer on deals_promise (store_id, customer_id, id);

create table deals_promise_draw (
    id bigint not null primary key,
    store_id bigint not null,
    promise_id bigint not null references deals_promise (id),
    object_type text not null,
    object_id bigint not null,
    note text not null,
    drawn_at bigint not null,
    drawn_by bigint not null
);
create index deals_promise_draw_promise on deals_promise_draw (store_id, promise_id, id);

-- What the manufacturer gives us for the sale.
create table deals_rebate (
    id bigint not null primary key,
    store_id bigint not null,
    deal_id bigint not null references deals_deal (id),
    amount bigint not null check (amount >= 0),
    reason text not null,
    set_by bigint not null,
    set_at bigint not null
);
create index deals_rebate_deal on deals_rebate (store_id, deal_id, id);

create table deals_appraisal (
    id bigint not null primary key,
    store_id bigint not null,
    deal_id bigint not null references deals_deal (id),
    vin text not null,
    plate text not null,
    model_text text not null,
    first_registered text not null,
    mileage_km bigint not null check (mileage_km >= 0),
    condition text not null,
    market_price bigint not null check (market_price > 0),
    repair_estimate bigint not null check (repair_estimate >= 0),
    offered bigint not null check (offered > 0),
    valid_until text not null,
    accepted_at bigint,
    appraised_by bigint not null,
    appraised_at bigint not null
);
create index deals_appraisal_deal on deals_appraisal (store_id, deal_id, id);

-- Each offer of the menu with the customer's yes or no, as it was signed.
create table deals_menu_answer (
    id bigint not null primary key,
    store_id bigint not null,
    deal_id bigint not null references deals_deal (id),
    offer text not null,
    title text not null,
    price bigint not null,
    accepted bigint not null check (accepted in (0, 1)),
    signed_name text not null,
    document_id bigint not null,
    answered_at bigint not null,
    unique (store_id, deal_id, offer)
);

-- How often a reduction was granted on its way up: the sales manager first, then the general manager.
alter table deals_discount add column step bigint not null default 0;
