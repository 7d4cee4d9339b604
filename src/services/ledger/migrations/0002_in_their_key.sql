-- Small rows that are found by their key: on SQLite they are kept in it, and not a second time as rows.
create table ledger_posting_by_key (
    store_id bigint not null,
    entry_id bigint not null references ledger_entry (id),
    line bigint not null check (line > 0),
    account text not null,
    customer_id bigint not null,
    amount bigint not null check (amount <> 0),
    posted_at bigint not null,
    primary key (store_id, entry_id, line)
); --? keyed
insert into ledger_posting_by_key (store_id, entry_id, line, account, customer_id, amount, posted_at)
select store_id, entry_id, line, account, customer_id, amount, posted_at from ledger_posting
order by store_id, entry_id, line;
drop table ledger_posting;
alter table ledger_posting_by_key rename to ledger_posting;
create index ledger_posting_of_account on ledger_posting (store_id, account, posted_at);
create index ledger_posting_of_customer on ledger_posting (store_id, customer_id, posted_at)
    where customer_id <> 0;

create table ledger_balance_by_key (
    store_id bigint not null,
    account text not null,
    customer_id bigint not null,
    balance bigint not null,
    primary key (store_id, account, customer_id)
); --? keyed
insert into ledger_balance_by_key (store_id, account, customer_id, balance)
select store_id, account, customer_id, balance from ledger_balance
order by store_id, account, customer_id;
drop table ledger_balance;
alter table ledger_balance_by_key rename to ledger_balance;
