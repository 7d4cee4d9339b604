create table ledger_entry (
    id bigint not null primary key,
    store_id bigint not null,
    kind text not null check (kind <> ''),
    object_type text not null,
    object_id bigint not null,
    posted_at bigint not null,
    posted_by bigint not null,
    posted_by_name text not null,
    amount bigint not null check (amount > 0)
);
create index ledger_entry_in_time on ledger_entry (store_id, posted_at, id);
create index ledger_entry_of_object on ledger_entry (store_id, object_type, object_id);

-- Debit is positive, credit negative; the lines of an entry sum to zero.
create table ledger_posting (
    store_id bigint not null,
    entry_id bigint not null references ledger_entry (id),
    line bigint not null check (line > 0),
    account text not null,
    customer_id bigint not null,
    amount bigint not null check (amount <> 0),
    posted_at bigint not null,
    primary key (store_id, entry_id, line)
);
create index ledger_posting_of_account on ledger_posting (store_id, account, posted_at);
create index ledger_posting_of_customer on ledger_posting (store_id, customer_id, posted_at)
    where customer_id <> 0;

-- What stands on each account: customer_id 0 is the whole account, the others are their part of it.
create table ledger_balance (
    store_id bigint not null,
    account text not null,
    customer_id bigint not null,
    balance bigint not null,
    primary key (store_id, account, customer_id)
);
