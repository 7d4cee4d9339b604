-- name: insert_promise
insert into insight_promise (store_id, id, case_type, case_id, kind, reference, subject, number, customer_id,
    user_id, person, made_at, first_amount, amount, first_time, time, became_amount, became_time, outcome,
    difference, settled_at, changes)
values (:store_id, :id, :case_type, :case_id, :kind, :reference, :subject, :number, :customer_id, :user_id,
    :person, :made_at, :first_amount, :amount, :first_time, :time, :became_amount, :became_time, :outcome,
    :difference, :settled_at, 0)

-- name: promises_of_case
select id, case_type, case_id, kind, reference, subject, number, customer_id, user_id, person, made_at,
    first_amount, amount, first_time, time, became_amount, became_time, outcome, difference, settled_at,
        changes, version
from insight_promise
where store_id = :store_id and case_type = :case_type and case_id = :case_id
order by case kind when 'price' then 1 when 'time' then 2 else 3 end, id

-- name: update_promise
update insight_promise
set amount = :amount, time = :time, became_amount = :became_amount, became_time = :became_time,
    outcome = :outcome, difference = :difference, settled_at = :settled_at, changes = :changes,
        version = version + 1
where store_id = :store_id and id = :id and version = :version

-- name: insert_change
insert into insight_promise_change (store_id, id, promise_id, changed_at, actor_name, cause, reason,
    amount_before, amount_after, time_before, time_after)
values (:store_id, :id, :promise_id, :changed_at, :actor_name, :cause, :reason, :amount_before, :amount_after,
    :time_before, :time_after)

-- name: changes_of_promise
select changed_at, actor_name, cause, reason, amount_before, amount_after, time_before, time_after
from insight_promise_change
where store_id = :store_id and promise_id = :promise_id
order by changed_at, id

-- name: list_promises
select id, case_type, case_id, kind, reference, subject, number, customer_id, user_id, person, made_at,
    first_amount, amount, first_time, time, became_amount, became_time, outcome, difference, settled_at,
        changes, version
from insight_promise
where store_id = :store_id and made_at >= :from_at and made_at < :until_at
  and kind = :kind --? kind
  and case_type = :case_type --? case_type
  and outcome = :outcome --? outcome
  and difference >= :from_value --? from_value
  and difference < :until_value --? until_value
  and difference is not null --? settled_only
  and (made_at, id) < (:after_value, :after_id) --? after_made_at_desc
  and (made_at, id) > (:after_value, :after_id) --? after_made_at_asc
order by made_at desc, id desc --? sort_made_at_desc
order by made_at, id --? sort_made_at_asc
limit :limit

-- name: count_by_outcome
select case_type, kind, outcome, count(*) as cases,
    cast(sum(case when changes > 0 then 1 else 0 end) as bigint) as changed
from insight_promise
where store_id = :store_id and made_at >= :from_at and made_at < :until_at
  and case_type = :case_type --? case_type
group by case_type, kind, outcome

-- name: differences
select case_type, kind, difference
from insight_promise
where store_id = :store_id and made_at >= :from_at and made_at < :until_at and difference is not null
  and case_type = :case_type --? case_type
limit 50000
