-- name: insert_delivery
insert into delivery_delivery (id, store_id, number, state, deal_id, customer_id, car_id, created_at)
values (:id, :store_id, :number, :state, :deal_id, :customer_id, :car_id, :created_at)

-- name: find_delivery
select id, number, state, deal_id, customer_id, car_id, created_at, inspected_at, prepared_at, appointed_at,
    accepted_at, acceptance_signature, delivered_at, delivered_by, mileage_km, version
from delivery_delivery where store_id = :store_id
  and id = :delivery_id --? delivery_id
  and deal_id = :deal_id --? deal_id

-- name: update_delivery
update delivery_delivery set state = :state, car_id = :car_id, inspected_at = :inspected_at,
    prepared_at = :prepared_at, appointed_at = :appointed_at, accepted_at = :accepted_at,
    acceptance_signature = :acceptance_signature, delivered_at = :delivered_at, delivered_by = :delivered_by,
        mileage_km = :mileage_km, version = version + 1
where id = :id and store_id = :store_id and version = :version

-- name: insert_fault
insert into delivery_fault (id, store_id, delivery_id, checklist, item, words, found_at, found_by, order_id,
    line_id)
values (:id, :store_id, :delivery_id, :checklist, :item, :words, :found_at, :found_by, :order_id, :line_id)

-- name: find_fault
select id, delivery_id, checklist, item, words, found_at, found_by, mended_at, mended_by, how,
    order_id, line_id, mended_in_workshop
from delivery_fault where id = :fault_id and store_id = :store_id

-- name: mend_fault
update delivery_fault set mended_at = :now, mended_by = :user_id, how = :how
where id = :fault_id and store_id = :store_id and mended_at is null

-- name: mend_fault_in_workshop
update delivery_fault set mended_at = :now, mended_by = :user_id, how = :how, mended_in_workshop = 1
where id = :fault_id and store_id = :store_id and mended_at is null

-- name: reopen_fault
update delivery_fault set mended_at = null, mended_by = null, how = '', mended_in_workshop = 0
where id = :fault_id and store_id = :store_id

-- name: fault_leaves_order
update delivery_fault set order_id = null, line_id = null
where id = :fault_id and store_id = :store_id and mended_at is null

-- name: faults_of_delivery
select id, delivery_id, checklist, item, words, found_at, found_by, mended_at, mended_by, how,
    order_id, line_id, mended_in_workshop
from delivery_fault where delivery_id = :delivery_id and store_id = :store_id
order by id

-- name: count_open_faults
select count(*) from delivery_fault
where delivery_id = :delivery_id and store_id = :store_id and mended_at is null

-- name: delivery_list
select d.id, d.number, d.state, d.deal_id, d.customer_id, k.name as customer_name, d.car_id, c.vin,
    d.created_at, d.inspected_at, d.prepared_at, d.appointed_at, d.accepted_at, d.delivered_at
from delivery_delivery d
join customers_customer k on k.id = d.customer_id
join vehicles_car c on c.id = d.car_id
where d.store_id = :store_id
  and d.state = :state --? state
  and d.customer_id = :customer_id --? customer_id
  and d.deal_id = :deal_id --? deal_id
  and (d.created_at, d.id) < (:after_value, :after_id) --? after_created_at_desc
order by d.created_at desc, d.id desc --? sort_created_at_desc
limit :limit
