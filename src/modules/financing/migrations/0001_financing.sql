-- What a lender offers for cars.
create table financing_product (
    id bigint not null primary key,
    store_id bigint not null,
    lender_name text not null,
    name text not null,
    repayment text not null check (repayment in ('equal_instalment', 'equal_principal', 'balloon')),
    created_by bigint not null,
    created_at bigint not null,
    unique (store_id, lender_name, name)
);

-- What the lender wants to see, one row a paper.
create table financing_product_paper (
    id bigint not null primary key,
    store_id bigint not null,
    product_id bigint not null references financing_product (id),
    paper text not null,
    unique (store_id, product_id, paper)
);

-- Terms are good for a range of days and are never changed: only when they end may be said later.
create table financing_term (
    id bigint not null primary key,
    store_id bigint not null,
    product_id bigint not null references financing_product (id),
    valid_from text not null,
    valid_until text,
    months bigint not null check (months between 6 and 84),
    annual_rate_ppm bigint not null check (annual_rate_ppm >= 0),
    down_payment_basis_points bigint not null check (down_payment_basis_points between 0 and 10000),
    amount_min bigint not null check (amount_min > 0),
    amount_max bigint not null check (amount_max >= amount_min),
    balloon_basis_points bigint not null check (balloon_basis_points between 0 and 10000),
    published_by bigint not null,
    published_at bigint not null
);
create index financing_term_product on financing_term (store_id, product_id, months, valid_from);

create table financing_fee (
    id bigint not null primary key,
    store_id bigint not null,
    term_id bigint not null references financing_term (id),
    title text not null,
    explanation text not null,
    fixed bigint not null check (fixed >= 0),
    basis_points bigint not null check (basis_points >= 0),
    paid text not null check (paid in ('at_signing', 'with_instalments'))
);
create index financing_fee_term on financing_fee (store_id, term_id, id);

-- One customer's loan for one deal, at one lender.
create table financing_application (
    id bigint not null primary key,
    store_id bigint not null,
    number text not null,
    state text not null check (state in ('drafted', 'submitted', 'approved', 'rejected', 'disbursed', 'withdrawn')),
    deal_id bigint not null references deals_deal (id),
    customer_id bigint not null references customers_customer (id),
    term_id bigint not null references financing_term (id),
    -- the application that another lender refused before
    follows_id bigint references financing_application (id),
    principal bigint not null check (principal > 0),
    asked_principal bigint not null check (asked_principal >= principal),
    applied_by bigint not null,
    applied_at bigint not null,
    sheet_hash text not null default '',
    sheet_signed_name text not null default '',
    sheet_signed_at bigint,
    sheet_document_id bigint,
    submitted_at bigint,
    decided_at bigint,
    lender_reference text not null default '',
    decision_note text not null default '',
    approval_ends_on text,
    disbursed_on text,
    payment_id bigint,
    mortgage_number text not null default '',
    mortgage_registered_on text,
    mortgage_released_on text,
    ended_reason text not null default '',
    version bigint not null default 1,
    unique (store_id, number),
    check ((state = 'disbursed') = (payment_id is not null)),
    check (mortgage_released_on is null or mortgage_registered_on is not null)
);
create index financing_application_deal on financing_application (store_id, deal_id, id);
create index financing_application_state on financing_application (store_id, state, applied_at, id);
create index financing_application_applied on financing_application (store_id, applied_at, id);

-- A paper the customer handed in for an application.
create table financing_paper (
    id bigint not null primary key,
    store_id bigint not null,
    application_id bigint not null references financing_application (id),
    paper text not null,
    file_hash text not null,
    handed_in_at bigint not null,
    handed_in_by bigint not null
);
create index financing_paper_application on financing_paper (store_id, application_id, id);
