-- name: insert_payment
insert into payments_payment (id, store_id, number, due_id, object_type, object_id, customer_id, kind, means,
    amount, refunded, reference, payer, received_by, received_at)
values (:id, :store_id, :number, :due_id, :object_type, :object_id, :customer_id, :kind, :means, :amount, 0,
    :reference, :payer, :received_by, :received_at)

-- name: update_refunded
update payments_payment set refunded = :refunded, version = version + 1
where id = :id and store_id = :store_id and version = :version

-- name: find_payment
select id, number, due_id, object_type, object_id, customer_id, kind, means, amount, refunded, reference,
    payer, received_by, received_at, closing_id, version
from payments_payment
where id = :id and store_id = :store_id

-- name: payments_of_due
select id, number, due_id, object_type, object_id, customer_id, kind, means, amount, refunded, reference,
    payer, received_by, received_at, closing_id, version
from payments_payment
where store_id = :store_id and due_id = :due_id
order by received_at, id

-- name: list_payments
select id, number, object_type, object_id, customer_id, kind, means, amount, refunded, reference, payer,
    received_by, received_at
from payments_payment
where store_id = :store_id
    and means = :means --? means
    and kind = :kind --? kind
    and customer_id = :customer_id --? customer_id
    and object_type = :object_type --? object_type
    and object_id = :object_id --? object_id
    and number = :number --? number
    and (received_at, id) < (:after_value, :after_id) --? after_received_at_desc
    and (received_at, id) > (:after_value, :after_id) --? after_received_at_asc
order by received_at desc, id desc --? sort_received_at_desc
order by received_at, id --? sort_received_at_asc
limit :limit
