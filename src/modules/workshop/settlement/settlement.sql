-- name: insert_settlement
insert into workshop_settlement (id, store_id, order_id, number, settled_at, settled_by, labour_total,
                                 parts_total, outside_total, discount, discount_reason, rounding_off, tax,
                                 customer_total, warranty_total, insurer_total, internal_total, deposit,
                                 guarantee_km, guarantee_days, cancelled_at, cancelled_by, cancel_reason)
values (:id, :store_id, :order_id, :number, :settled_at, :settled_by, :labour_total, :parts_total,
        :outside_total, :discount, :discount_reason, :rounding_off, :tax, :customer_total,
        :warranty_total, :insurer_total, :internal_total, :deposit, :guarantee_km, :guarantee_days, null,
        null, '')

-- name: find_settlement
select id, order_id, number, settled_at, settled_by, labour_total, parts_total, outside_total, discount,
       discount_reason, rounding_off, tax, customer_total, warranty_total, insurer_total, internal_total,
       deposit, guarantee_km, guarantee_days
from workshop_settlement where store_id = :store_id and order_id = :order_id and cancelled_at is null

-- name: cancel_settlement
update workshop_settlement set cancelled_at = :now, cancelled_by = :user_id, cancel_reason = :reason
where store_id = :store_id and id = :id and cancelled_at is null

-- name: insert_hand_back
insert into workshop_hand_back (store_id, order_id, handed_at, handed_by, received_by, old_parts,
                                signature, explained, next_service_on, next_service_km)
values (:store_id, :order_id, :handed_at, :handed_by, :received_by, :old_parts, :signature, :explained,
        :next_service_on, :next_service_km)

-- name: find_hand_back
select handed_at, handed_by, received_by, old_parts, signature, explained, next_service_on,
       next_service_km
from workshop_hand_back where store_id = :store_id and order_id = :order_id
