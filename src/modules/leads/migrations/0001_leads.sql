create table leads_lead (
    id bigint not null primary key,
    store_id bigint not null,
    number text not null,
    customer_id bigint not null references customers_customer (id),
    visit_id bigint references reception_visit (id),
    source text not null check (source in ('showroom', 'phone_call', 'web', 'referral', 'event', 'service')),
    state text not null check (state in ('open', 'won', 'lost')),
    grade text not null check (grade in ('ungraded', 'H', 'A', 'B', 'C')),
    score bigint not null check (score between 0 and 100),
    model_id bigint references vehicles_model (id),
    consultant_id bigint not null,
    note text not null,
    opened_at bigint not null,
    opened_by text not null,
    needs_at bigint,
    last_contact_at bigint,
    contacts bigint not null,
    next_contact_at bigint,
    next_contact_channel text check (next_contact_channel in ('phone_call', 'chat', 'text_message',
    'visit', 'email')),
    next_contact_plan text not null,
    closed_at bigint,
    closed_by text,
    lost_because text check (lost_because in ('price', 'competitor', 'bought_elsewhere', 'no_budget',
    'no_suitable_car',
        'waiting_too_long', 'changed_mind', 'unreachable', 'duplicate', 'other')),
    competitor_model text not null,
    lost_words text not null,
    loss_asked_at bigint,
    loss_asked_by text,
    deal_id bigint,
    version bigint not null default 1,
    check (state <> 'open' or (next_contact_at is not null and closed_at is null)),
    check (state = 'open' or closed_at is not null),
    check (state <> 'lost' or lost_because is not null)
);
create unique index leads_lead_number on leads_lead (store_id, number);
create unique index leads_lead_open_of_customer on leads_lead (store_id, customer_id) where state = 'open';
create index leads_lead_customer on leads_lead (store_id, customer_id, opened_at);
create index leads_lead_opened on leads_lead (store_id, opened_at, id);
create index leads_lead_next_contact on leads_lead (store_id, next_contact_at, id) where state = 'open';
create index leads_lead_consultant on leads_lead (store_id, consultant_id, state, next_contact_at);
create table leads_needs (
    id bigint not null primary key,
    store_id bigint not null,
    lead_id bigint not null references leads_lead (id),
    answers text not null,
    score bigint not null,
    grade text not null,
    taken_at bigint not null,
    taken_by text not null
);
create index leads_needs_of_lead on leads_needs (store_id, lead_id, taken_at);
create table leads_contact (
    id bigint not null primary key,
    store_id bigint not null,
    lead_id bigint not null references leads_lead (id),
    channel text not null check (channel in ('phone_call', 'chat', 'text_message', 'visit', 'email')),
    result text not null check (result in ('reached', 'not_reached', 'call_back', 'visit_agreed',
    'test_drive_agreed',
        'not_interested')),
    words text not null,
    due_at bigint not null,
    done_at bigint not null,
    done_by text not null,
    late bigint not null check (late in (0, 1)),
    next_contact_at bigint not null
);
create index leads_contact_of_lead on leads_contact (store_id, lead_id, done_at);
