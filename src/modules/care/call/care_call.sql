-- name: insert_call
insert into care_call (id, store_id, kind, customer_id, car_id, about_type, about_id, due_on, state,
    planned_at)
values (:id, :store_id, :kind, :customer_id, :car_id, :about_type, :about_id, :due_on, :state, :planned_at)

-- name: find_call
select id, kind, customer_id, car_id, about_type, about_id, due_on, state, tries, planned_at, done_at,
    done_by, satisfaction, words, complaint_id, version
from care_call where id = :call_id and store_id = :store_id

-- name: update_call
update care_call set due_on = :due_on, state = :state, tries = :tries, done_at = :done_at, done_by = :done_by,
    satisfaction = :satisfaction, words = :words, complaint_id = :complaint_id, version = version + 1
where id = :id and store_id = :store_id and version = :version

-- name: call_list
select c.id, c.kind, c.customer_id, k.name as customer_name, c.car_id, c.due_on, c.state, c.tries, c.done_at,
    c.satisfaction, c.words, c.complaint_id, c.version
from care_call c join customers_customer k on k.id = c.customer_id
where c.store_id = :store_id
  and c.state = :state --? state
  and c.kind = :kind --? kind
  and c.customer_id = :customer_id --? customer_id
  and c.due_on <= :due_until --? due_until
  and (c.due_on, c.id) > (:after_value, :after_id) --? after_due_on_asc
  and (c.due_on, c.id) < (:after_value, :after_id) --? after_due_on_desc
order by c.due_on, c.id --? sort_due_on_asc
order by c.due_on desc, c.id desc --? sort_due_on_desc
limit :limit

-- name: find_opt_out
select at from care_opt_out where store_id = :store_id and customer_id = :customer_id

-- name: insert_opt_out
insert into care_opt_out (customer_id, store_id, at, by_user, reason)
values (:customer_id, :store_id, :at, :by_user, :reason)

-- name: planned_calls
select id from care_call where store_id = :store_id and customer_id = :customer_id and state = 'planned'

-- name: cancel_calls
update care_call set state = 'refused', done_at = :now, version = version + 1
where store_id = :store_id and customer_id = :customer_id and state = 'planned'
