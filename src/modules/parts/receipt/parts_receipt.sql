-- name: insert_receipt
insert into parts_receipt (id, store_id, number, supplier_name, delivery_note, received_at, received_by,
                           net, tax)
values (:id, :store_id, :number, :supplier_name, :delivery_note, :received_at, :received_by, :net, :tax)

-- name: insert_receipt_line
insert into parts_receipt_line (id, store_id, receipt_id, part_id, bin, quantity, unit_cost, amount)
values (:id, :store_id, :receipt_id, :part_id, :bin, :quantity, :unit_cost, :amount)

-- name: list_receipts
select r.id, r.number, r.supplier_name, r.delivery_note, r.received_at, coalesce(u.name,
       '') as received_by_name,
       r.net, r.tax
from parts_receipt r left join access_user u on u.id = r.received_by
where r.store_id = :store_id
  and (r.received_at, r.id) < (:after_value, :after_id) --? after_received_at_desc
order by r.received_at desc, r.id desc --? sort_received_at_desc
limit :limit
