-- How fast a lead was answered, how often it was late, and into which other lead it went.
alter table leads_lead add column first_contact_at bigint;
alter table leads_lead add column respond_by bigint;
alter table leads_lead add column response_missed_at bigint;
alter table leads_lead add column escalated_at bigint;
alter table leads_lead add column times_late bigint not null default 0;
alter table leads_lead add column merged_into bigint;
-- What was known of the customer's present car when the lead was entered: the same car is the same customer.
alter table leads_lead add column plate text;
alter table leads_lead add column vin text;
create index leads_lead_plate on leads_lead (store_id, plate) where plate is not null;
create index leads_lead_vin on leads_lead (store_id, vin) where vin is not null;
create index leads_lead_unanswered on leads_lead (store_id, respond_by)
    where state = 'open' and first_contact_at is null and response_missed_at is null;
create index leads_lead_not_escalated on leads_lead (store_id, next_contact_at)
    where state = 'open' and escalated_at is null;
create index leads_lead_response on leads_lead (store_id, opened_at, consultant_id, first_contact_at, respond_by)
    where respond_by is not null;
create index leads_lead_lost on leads_lead (store_id, closed_at, lost_because, competitor_model, model_id,
    consultant_id) where state = 'lost';

alter table leads_contact add column user_id bigint not null default 0;
create index leads_contact_done on leads_contact (store_id, done_at, user_id, late);

-- Whose lead it was, from when, and why it became theirs.
create table leads_owner (
    id bigint not null primary key,
    store_id bigint not null,
    lead_id bigint not null references leads_lead (id),
    user_id bigint not null,
    since bigint not null,
    because text not null check (because in ('named', 'served_visit', 'own_customer', 'entered_by',
    'knows_model', 'rotation', 'reassigned')),
    reason text not null,
    given_by text not null
);
create index leads_owner_of_lead on leads_owner (store_id, lead_id, since);
create index leads_owner_of_user on leads_owner (store_id, user_id, since);
insert into leads_owner (id, store_id, lead_id, user_id, since, because, reason, given_by)
select id, store_id, id, consultant_id, opened_at, 'entered_by', '', opened_by from leads_lead;

-- One row for each way into the funnel: an arrival, or a lead that began without one. `id` is the visit's or the
-- lead's own. 0 stands for nobody and for no model, so that groups need no special case.
create table leads_funnel (
    id bigint not null primary key,
    store_id bigint not null,
    visit_id bigint,
    lead_id bigint,
    came_at bigint not null,
    on_date text not null,
    channel text not null check (channel in ('walk_in', 'invited', 'appointment', 'phone_call', 'web', 'referral',
    'event', 'service')),
    consultant_id bigint not null,
    model_id bigint not null,
    kept_at bigint,
    drove_at bigint,
    quoted_at bigint,
    ordered_at bigint
);
create unique index leads_funnel_lead on leads_funnel (store_id, lead_id) where lead_id is not null;
create index leads_funnel_came on leads_funnel (store_id, came_at, id);
-- Holds all that the funnel's groups read.
create index leads_funnel_day on leads_funnel (store_id, on_date, consultant_id, model_id, channel, kept_at,
    drove_at, quoted_at, ordered_at);

-- The needs questionnaire as the store has made it; without a row the shipped one is asked (number 0).
create table leads_questionnaire (
    id bigint not null primary key,
    store_id bigint not null,
    number bigint not null,
    state text not null check (state in ('draft', 'published', 'discarded')),
    body text not null,
    reason text not null,
    changed_at bigint not null,
    changed_by text not null,
    published_at bigint,
    published_by text,
    version bigint not null default 1
);
create unique index leads_questionnaire_number on leads_questionnaire (store_id, number);
create unique index leads_questionnaire_draft on leads_questionnaire (store_id) where state = 'draft';
alter table leads_needs add column questionnaire_number bigint not null default 0;
