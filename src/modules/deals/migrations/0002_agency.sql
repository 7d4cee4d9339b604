-- What we do for the customer with others: insurance, purchase tax, plates. One row a kind and deal.
create table deals_case (
    id bigint not null primary key,
    store_id bigint not null,
    deal_id bigint not null references deals_deal (id),
    customer_id bigint not null,
    kind text not null check (kind in ('insurance', 'purchase_tax', 'registration')),
    state text not null check (state in ('collecting', 'with_authority', 'done', 'cancelled')),
    owner_id bigint not null,
    collected bigint not null check (collected >= 0),
    expected_on text not null,
    note text not null default '',
    opened_at bigint not null,
    sent_at bigint,
    done_at bigint,
    paid bigint not null default 0 check (paid >= 0),
    receipt_number text not null default '',
    receipt_file text not null default '',
    result text not null default '',
    rest_returned_at bigint,
    rest_reference text not null default '',
    version bigint not null default 1,
    unique (store_id, deal_id, kind),
    check ((state = 'done') = (done_at is not null)),
    check (paid <= collected)
);
create index deals_case_open on deals_case (store_id, expected_on, id) where state in ('collecting', 'with_authority');
create index deals_case_opened on deals_case (store_id, opened_at, id);

create table deals_case_paper (
    id bigint not null primary key,
    store_id bigint not null,
    case_id bigint not null references deals_case (id),
    paper text not null,
    received_at bigint not null,
    received_by bigint not null,
    unique (store_id, case_id, paper)
);

create table deals_insurance_quote (
    id bigint not null primary key,
    store_id bigint not null,
    case_id bigint not null references deals_case (id),
    insurer text not null,
    coverage text not null,
    premium bigint not null check (premium > 0),
    commission bigint not null check (commission >= 0),
    valid_until text not null,
    chosen_at bigint,
    quoted_by bigint not null,
    quoted_at bigint not null
);
create index deals_insurance_quote_case on deals_insurance_quote (store_id, case_id, id);

create table deals_policy (
    id bigint not null primary key,
    store_id bigint not null,
    case_id bigint not null references deals_case (id),
    customer_id bigint not null,
    car_id bigint not null,
    insurer text not null,
    coverage text not null,
    policy_number text not null,
    premium bigint not null,
    commission bigint not null,
    starts_on text not null,
    ends_on text not null,
    unique (store_id, policy_number)
);
create index deals_policy_ends on deals_policy (store_id, ends_on, id);
