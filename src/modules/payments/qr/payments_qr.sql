-- name: insert_order
insert into payments_qr_order (id, store_id, number, state, due_id, customer_id, amount, code_text,
    created_by, created_at, expires_at)
values (:id, :store_id, :number, :state, :due_id, :customer_id, :amount, :code_text, :created_by, :created_at,
    :expires_at)

-- name: update_order
update payments_qr_order
set state = :state, gateway_reference = :gateway_reference, payment_id = :payment_id, version = version + 1
where id = :id and store_id = :store_id and version = :version

-- name: find_order
select id, number, state, due_id, customer_id, amount, code_text, created_by, created_at, expires_at,
    gateway_reference, payment_id, version
from payments_qr_order
where store_id = :store_id
    and id = :id --? id
    and number = :number --? number
    and payment_id = :payment_id --? payment_id

-- name: newest_order_of_due
select id, number, state, due_id, customer_id, amount, code_text, created_by, created_at, expires_at,
    gateway_reference, payment_id, version
from payments_qr_order
where store_id = :store_id and due_id = :due_id
order by id desc
limit 1

-- name: close_waiting_orders
update payments_qr_order set state = 'closed', version = version + 1
where store_id = :store_id and due_id = :due_id and state = 'waiting'

-- name: insert_notice
insert into payments_notice (id, store_id, order_id, order_number, gateway_reference, amount, outcome,
    question, received_at)
values (:id, :store_id, :order_id, :order_number, :gateway_reference, :amount, :outcome, :question,
    :received_at)

-- name: find_notice
select id, order_id, order_number, gateway_reference, amount, outcome, question, received_at, cleared_by,
    cleared_at, cleared_how
from payments_notice
where store_id = :store_id
    and id = :id --? id
    and gateway_reference = :gateway_reference --? gateway_reference

-- name: questioned_notices
select id, order_id, order_number, gateway_reference, amount, outcome, question, received_at, cleared_by,
    cleared_at, cleared_how
from payments_notice
where store_id = :store_id and outcome = 'questioned' and cleared_at is null
order by received_at, id

-- name: clear_notice
update payments_notice set cleared_by = :cleared_by, cleared_at = :cleared_at, cleared_how = :cleared_how
where id = :id and store_id = :store_id and cleared_at is null

-- name: insert_gateway_refund
insert into payments_gateway_refund (id, store_id, refund_id, order_id, state, next_attempt_at)
values (:id, :store_id, :refund_id, :order_id, :state, :next_attempt_at)

-- name: gateway_refund_of
select id, refund_id, order_id, state, attempts, next_attempt_at, detail
from payments_gateway_refund
where store_id = :store_id and refund_id = :refund_id

-- name: due_gateway_refunds
select id, refund_id, order_id, state, attempts, next_attempt_at, detail
from payments_gateway_refund
where store_id = :store_id and state = 'waiting' and next_attempt_at <= :now
order by next_attempt_at, id
limit 20

-- name: update_gateway_refund
update payments_gateway_refund
set state = :state, attempts = :attempts, next_attempt_at = :next_attempt_at, detail = :detail
where id = :id and store_id = :store_id
