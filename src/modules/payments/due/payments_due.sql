-- name: insert_due
insert into payments_due (id, store_id, object_type, object_id, customer_id, kind, title, amount, paid,
    deposit, kept, set_at, set_by)
values (:id, :store_id, :object_type, :object_id, :customer_id, :kind, :title, :amount, :paid, :deposit,
    :kept, :set_at, :set_by)

-- name: update_due
update payments_due
set customer_id = :customer_id, kind = :kind, title = :title, amount = :amount, paid = :paid,
    deposit = :deposit, kept = :kept, set_at = :set_at, set_by = :set_by, version = version + 1
where id = :id and store_id = :store_id and version = :version

-- name: find_due
select id, object_type, object_id, customer_id, kind, title, amount, paid, deposit, kept, set_at, set_by,
    version
from payments_due
where id = :id and store_id = :store_id

-- name: find_due_of
select id, object_type, object_id, customer_id, kind, title, amount, paid, deposit, kept, set_at, set_by,
    version
from payments_due
where store_id = :store_id and object_type = :object_type and object_id = :object_id

-- name: paid_of_objects
select object_id, paid
from payments_due
where store_id = :store_id and object_type = :object_type
    and object_id in (
        :id_1, :id_2, :id_3, :id_4, :id_5, :id_6, :id_7, :id_8, :id_9, :id_10, :id_11, :id_12,
        :id_13, :id_14, :id_15, :id_16, :id_17, :id_18, :id_19, :id_20, :id_21, :id_22, :id_23,
        :id_24, :id_25)

-- name: list_dues
select id, object_type, object_id, customer_id, kind, title, amount, paid, set_at, version
from payments_due
where store_id = :store_id
    and amount > paid --? only_open
    and amount < paid --? only_overpaid
    and amount = paid --? only_settled
    and object_type = :object_type --? object_type
    and customer_id = :customer_id --? customer_id
    and (set_at, id) < (:after_value, :after_id) --? after_set_at_desc
    and (set_at, id) > (:after_value, :after_id) --? after_set_at_asc
order by set_at desc, id desc --? sort_set_at_desc
order by set_at, id --? sort_set_at_asc
limit :limit

-- name: sum_open
select cast(coalesce(sum(amount - paid), 0) as bigint) from payments_due
where store_id = :store_id and amount > paid
