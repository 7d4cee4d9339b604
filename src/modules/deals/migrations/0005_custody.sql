-- Where the paper of a signed contract lies, who has it, and until when it is kept.
create table deals_custody (
    id bigint not null primary key,
    store_id bigint not null,
    deal_id bigint not null references deals_deal (id),
    contract_number text not null,
    revision bigint not null,
    contents_hash text not null,
    state text not null check (state in ('shelved', 'lent', 'destroyed')),
    location text not null,
    retain_until text not null,
    borrower text not null default '',
    reason text not null default '',
    back_by text,
    filed_by bigint not null,
    filed_at bigint not null,
    version bigint not null default 1,
    unique (store_id, contract_number, revision),
    check ((state = 'lent') = (back_by is not null))
);
create index deals_custody_filed on deals_custody (store_id, filed_at, id);
create index deals_custody_state on deals_custody (store_id, state, filed_at, id);

create table deals_custody_move (
    id bigint not null primary key,
    store_id bigint not null,
    custody_id bigint not null references deals_custody (id),
    what text not null check (what in ('filed', 'lent', 'returned', 'destroyed')),
    words text not null,
    moved_at bigint not null,
    moved_by bigint not null
);
create index deals_custody_move_of on deals_custody_move (store_id, custody_id, id);
