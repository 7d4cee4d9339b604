-- One sale from the first quote to the key.
create table deals_deal (
    id bigint not null primary key,
    store_id bigint not null,
    number text not null,
    state text not null check (state in ('draft', 'awaiting_approval', 'offered', 'contract_drafted', 'contract_signed',
        'delivered', 'cancelled')),
    customer_id bigint not null,
    lead_id bigint,
    consultant_id bigint not null,
    model_id bigint not null,
    car_id bigint,
    car_title text not null,
    used_by text not null check (used_by in ('family', 'company')),
    -- the day that says which tax tables are valid
    bought_on text not null,
    list_price bigint not null check (list_price > 0),
    discount bigint not null default 0 check (discount >= 0),
    discount_reason text not null default '',
    -- how far price reductions and gifts may go without asking again
    concession_granted bigint not null default 0,
    total bigint not null check (total >= 0),
    created_by bigint not null,
    created_at bigint not null,
    offered_by bigint,
    offered_at bigint,
    valid_until text,
    delivered_at bigint,
    cancelled_by bigint,
    cancelled_at bigint,
    cancel_reason text,
    version bigint not null default 1,
    unique (store_id, number),
    check ((state = 'cancelled') = (cancelled_at is not null)),
    check ((state = 'delivered') = (delivered_at is not null)),
    check (state not in ('contract_drafted', 'contract_signed', 'delivered') or car_id is not null)
);
create index deals_deal_created on deals_deal (store_id, created_at, id);
create index deals_deal_state on deals_deal (store_id, state, created_at, id);
create index deals_deal_customer on deals_deal (store_id, customer_id, created_at);
create index deals_deal_consultant on deals_deal (store_id, consultant_id, created_at, id);

create table deals_line (
    id bigint not null primary key,
    store_id bigint not null,
    deal_id bigint not null references deals_deal (id),
    kind text not null check (kind in ('car', 'option', 'accessory', 'gift', 'insurance', 'registration',
        'purchase_tax', 'compulsory_insurance', 'vehicle_tax', 'fee', 'trade_in', 'discount')),
    title text not null,
    explanation text not null,
    amount bigint not null,
    -- of a gift: what it would cost
    worth bigint not null default 0 check (worth >= 0),
    option_id bigint,
    removed_by bigint,
    removed_at bigint,
    check (kind in ('trade_in', 'discount') or amount >= 0),
    check (kind not in ('trade_in', 'discount') or amount <= 0),
    check (kind <> 'gift' or amount = 0)
);
create index deals_line_deal on deals_line (store_id, deal_id, id);

-- Each time somebody gave or asked for a price reduction.
create table deals_discount (
    id bigint not null primary key,
    store_id bigint not null,
    deal_id bigint not null references deals_deal (id),
    state text not null check (state in ('given', 'asked', 'granted', 'declined', 'withdrawn')),
    amount bigint not null check (amount >= 0),
    concession bigint not null check (concession >= amount),
    reason text not null,
    set_by bigint not null,
    set_at bigint not null,
    decided_by_name text,
    decided_at bigint,
    decided_note text
);
create index deals_discount_deal on deals_discount (store_id, deal_id, set_at, id);

-- A contract and its later versions. The words of a signed one are in the archive; here is the hash over them.
create table deals_contract (
    id bigint not null primary key,
    store_id bigint not null,
    deal_id bigint not null references deals_deal (id),
    number text not null,
    revision bigint not null check (revision > 0),
    template_name text not null,
    template_version bigint not null,
    contents_hash text not null,
    total bigint not null,
    deposit bigint not null check (deposit > 0),
    pay_by text not null,
    deliver_on text not null,
    drafted_by bigint not null,
    drafted_at bigint not null,
    signed_name text,
    signature text,
    signed_by bigint,
    signed_at bigint,
    document_id bigint,
    -- a draft taken back, or a signed contract that was amended or cancelled
    ended_by bigint,
    ended_at bigint,
    end_reason text,
    version bigint not null default 1,
    unique (store_id, number, revision),
    check ((signed_at is null) = (document_id is null))
);
create index deals_contract_deal on deals_contract (store_id, deal_id, revision);
