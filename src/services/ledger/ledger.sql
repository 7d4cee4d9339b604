-- name: insert_entry
insert into ledger_entry (id, store_id, kind, object_type, object_id, posted_at, posted_by, posted_by_name,
    amount)
values (:id, :store_id, :kind, :object_type, :object_id, :posted_at, :posted_by, :posted_by_name, :amount)

-- name: insert_posting
insert into ledger_posting (store_id, entry_id, line, account, customer_id, amount, posted_at)
values (:store_id, :entry_id, :line, :account, :customer_id, :amount, :posted_at)

-- name: add_to_balance
insert into ledger_balance (store_id, account, customer_id, balance)
values (:store_id, :account, :customer_id, :amount)
on conflict (store_id, account, customer_id) do update set balance = ledger_balance.balance + excluded.balance

-- name: find_balance
select balance
from ledger_balance
where store_id = :store_id and account = :account and customer_id = :customer_id

-- name: turnover
select cast(coalesce(sum(case when amount > 0 then amount else 0 end), 0) as bigint) as debit,
    cast(coalesce(sum(case when amount < 0 then -amount else 0 end), 0) as bigint) as credit
from ledger_posting
where store_id = :store_id and account = :account and posted_at >= :from_at and posted_at < :until_at

-- name: trial_balance
select account, balance
from ledger_balance
where store_id = :store_id and customer_id = 0

-- name: customer_balances
select account, balance
from ledger_balance
where store_id = :store_id and customer_id = :customer_id and balance <> 0

-- name: list_entries
select e.id, e.posted_at, e.kind, e.object_type, e.object_id, e.posted_by_name, e.amount
from ledger_entry e
where e.store_id = :store_id
  and e.kind = :kind --? kind
  and e.object_type = :object_type --? object_type
  and e.object_id = :object_id --? object_id
  and e.posted_at >= :from_at --? from_at
  and e.posted_at < :until_at --? until_at
  and exists (select 1 from ledger_posting p --? account
      where p.store_id = e.store_id and p.entry_id = e.id and p.account = :account) --? account
  and exists (select 1 from ledger_posting p --? customer_id
      where p.store_id = e.store_id and p.entry_id = e.id and p.customer_id = :customer_id) --? customer_id
  and (e.posted_at, e.id) < (:after_value, :after_id) --? after_posted_at_desc
  and (e.posted_at, e.id) > (:after_value, :after_id) --? after_posted_at_asc
order by e.posted_at desc, e.id desc --? sort_posted_at_desc
order by e.posted_at, e.id --? sort_posted_at_asc
limit :limit

-- name: postings_of_entry
select line, account, customer_id, amount
from ledger_posting
where store_id = :store_id and entry_id = :entry_id
order by line

-- name: unbalanced_entries
select entry_id, cast(sum(amount) as bigint) as difference
from ledger_posting
where store_id = :store_id
group by entry_id
having sum(amount) <> 0
order by entry_id

-- name: entries_without_postings
select e.id
from ledger_entry e
where e.store_id = :store_id
  and not exists (select 1 from ledger_posting p where p.store_id = e.store_id and p.entry_id = e.id)
order by e.id

-- name: wrong_balances
select b.account, b.customer_id, b.balance, cast(coalesce(s.total, 0) as bigint) as posted
from ledger_balance b
left join (
    select account, customer_id, sum(amount) as total
    from ledger_posting
    where store_id = :store_id and customer_id <> 0
    group by account, customer_id
    union all
    select account, 0, sum(amount)
    from ledger_posting
    where store_id = :store_id
    group by account
) s on s.account = b.account and s.customer_id = b.customer_id
where b.store_id = :store_id and b.balance <> coalesce(s.total, 0)
order by b.account, b.customer_id

-- name: missing_balances
select s.account, s.customer_id, cast(s.total as bigint) as posted
from (
    select account, customer_id, sum(amount) as total
    from ledger_posting
    where store_id = :store_id and customer_id <> 0
    group by account, customer_id
    union all
    select account, 0, sum(amount)
    from ledger_posting
    where store_id = :store_id
    group by account
) s
where not exists (select 1 from ledger_balance b
    where b.store_id = :store_id and b.account = s.account and b.customer_id = s.customer_id)
order by s.account, s.customer_id
