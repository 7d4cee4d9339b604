-- Who sells together. A person is in one team at most.
create table people_team (
    id bigint not null primary key,
    store_id bigint not null,
    name text not null,
    leader_id bigint,
    ended_at bigint,
    version bigint not null default 1
);
create index people_team_of_store on people_team (store_id, id);
create unique index people_team_name on people_team (store_id, name) where ended_at is null;
create table people_team_member (
    store_id bigint not null,
    user_id bigint not null,
    team_id bigint not null references people_team (id),
    since bigint not null,
    primary key (store_id, user_id)
);

-- What is to be reached in a month, by the store, a team or a person, of all models or of one.
create table people_target (
    id bigint not null primary key,
    store_id bigint not null,
    month text not null,
    scope text not null check (scope in ('store', 'team', 'person')),
    -- 0: the store
    scope_id bigint not null,
    -- 0: all models
    model_id bigint not null,
    measure text not null,
    amount bigint not null check (amount >= 0),
    version bigint not null default 1
);
create unique index people_target_of on people_target (store_id, month, scope, scope_id, model_id, measure);

-- Each time a target was set, with the reason.
create table people_target_change (
    id bigint not null primary key,
    store_id bigint not null,
    target_id bigint not null references people_target (id),
    month text not null,
    old_amount bigint,
    new_amount bigint not null,
    how text not null check (how in ('set', 'equal', 'by_last_months', 'by_hand')),
    reason text not null,
    changed_by text not null,
    changed_at bigint not null
);
create index people_target_change_of_month on people_target_change (store_id, month, changed_at, id);

-- A month that is over: nothing in it changes any more.
create table people_month (
    store_id bigint not null,
    month text not null,
    formula_id bigint not null,
    rules_id bigint not null,
    closed_by text not null,
    closed_at bigint not null,
    primary key (store_id, month)
);
