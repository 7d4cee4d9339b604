-- name: insert_refund
insert into payments_refund (id, store_id, number, payment_id, customer_id, state, amount, reason, asked_by,
    asked_at)
values (:id, :store_id, :number, :payment_id, :customer_id, :state, :amount, :reason, :asked_by, :asked_at)

-- name: update_refund
update payments_refund
set state = :state, decided_by = :decided_by, decided_by_name = :decided_by_name, decided_at = :decided_at,
    decided_note = :decided_note, means = :means, reference = :reference, paid_by = :paid_by,
    paid_at = :paid_at, version = version + 1
where id = :id and store_id = :store_id and version = :version

-- name: find_refund
select id, number, payment_id, customer_id, state, amount, reason, asked_by, asked_at, decided_by,
    decided_by_name, decided_at, decided_note, means, reference, paid_by, paid_at, version
from payments_refund
where id = :id and store_id = :store_id

-- name: refunds_of_payment
select id, number, payment_id, customer_id, state, amount, reason, asked_by, asked_at, decided_by,
    decided_by_name, decided_at, decided_note, means, reference, paid_by, paid_at, version
from payments_refund
where store_id = :store_id and payment_id = :payment_id
order by asked_at, id

-- name: sum_waiting
select cast(coalesce(sum(amount), 0) as bigint) from payments_refund
where store_id = :store_id and payment_id = :payment_id and state in ('asked', 'granted')

-- name: sum_waiting_of_due
select cast(coalesce(sum(r.amount), 0) as bigint)
from payments_refund r join payments_payment p on p.id = r.payment_id and p.store_id = r.store_id
where p.store_id = :store_id and p.due_id = :due_id and r.state in ('asked', 'granted')

-- name: list_refunds
select r.id, r.number, r.payment_id, p.number as payment_number, r.customer_id, r.state, r.amount, r.reason,
    r.asked_by, '' as asked_by_name, r.asked_at, r.decided_by_name, r.paid_at, r.version
from payments_refund r join payments_payment p on p.id = r.payment_id and p.store_id = r.store_id
where r.store_id = :store_id
    and r.state = :state --? state
    and r.customer_id = :customer_id --? customer_id
    and (r.asked_at, r.id) < (:after_value, :after_id) --? after_asked_at_desc
    and (r.asked_at, r.id) > (:after_value, :after_id) --? after_asked_at_asc
order by r.asked_at desc, r.id desc --? sort_asked_at_desc
order by r.asked_at, r.id --? sort_asked_at_asc
limit :limit
