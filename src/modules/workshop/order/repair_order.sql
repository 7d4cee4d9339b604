-- name: find_order
select id, number, state, appointment_id, customer_id, car_id, advisor_id, repair_class, mileage_km,
       fuel_percent, words, belongings, sent_in_by, marks, photos, signature, wants_old_parts, opened_at,
       opened_by, first_promised_at, promised_at, planned_total, approved_total, customer_total,
       started_at, quality_round, checks_passed, passed_at, passed_by, certificate_number, washed_at,
       settled_at, handed_back_at, mileage_out_km, cancelled_at, delay_warned_at, source_type, source_id,
       source_number, version
from workshop_order where store_id = :store_id and id = :id

-- name: find_order_facts
select id, number, state, customer_id, car_id, advisor_id, opened_at, approved_total, customer_total
from workshop_order where store_id = :store_id and id = :id

-- name: find_open_order_of_car
select id from workshop_order
where store_id = :store_id and car_id = :car_id and handed_back_at is null and cancelled_at is null
  and source_id = 0
order by opened_at desc, id desc limit 1

-- name: insert_order
insert into workshop_order (id, store_id, number, state, appointment_id, customer_id, car_id, advisor_id,
                            repair_class, mileage_km, fuel_percent, words, belongings, sent_in_by, marks,
                            photos, signature, wants_old_parts, opened_at, opened_by, first_promised_at,
                            promised_at, planned_total, approved_total, source_type, source_id,
                            source_number)
values (:id, :store_id, :number, :state, :appointment_id, :customer_id, :car_id, :advisor_id,
        :repair_class, :mileage_km, :fuel_percent, :words, :belongings, :sent_in_by, :marks, :photos,
        :signature, :wants_old_parts, :opened_at, :opened_by, :first_promised_at, :promised_at,
        :planned_total, :approved_total, :source_type, :source_id, :source_number)

-- name: update_order
update workshop_order set state = :state, repair_class = :repair_class, promised_at = :promised_at,
       planned_total = :planned_total, approved_total = :approved_total, customer_total = :customer_total,
       started_at = :started_at, quality_round = :quality_round, checks_passed = :checks_passed,
       passed_at = :passed_at, passed_by = :passed_by, certificate_number = :certificate_number,
       washed_at = :washed_at, settled_at = :settled_at, handed_back_at = :handed_back_at,
       mileage_out_km = :mileage_out_km, cancelled_at = :cancelled_at, delay_warned_at = :delay_warned_at,
       version = version + 1
where id = :id and store_id = :store_id and version = :version

-- name: list_orders
select o.id, o.number, o.state, o.opened_at, o.promised_at, o.customer_id, c.name as customer_name, o.car_id,
       coalesce(v.plate, '') as plate, v.model_name, o.advisor_id, coalesce(u.name, '') as advisor_name,
       o.planned_total, o.customer_total, o.handed_back_at
from workshop_order o
join customers_customer c on c.id = o.customer_id
join vehicles_car v on v.id = o.car_id
left join access_user u on u.id = o.advisor_id
where o.store_id = :store_id
  and o.state = :state --? state
  and o.advisor_id = :advisor_id --? advisor_id
  and o.customer_id = :customer_id --? customer_id
  and o.car_id = :car_id --? car_id
  and o.handed_back_at is null and o.cancelled_at is null --? open
  and (o.opened_at, o.id) < (:after_value, :after_id) --? after_opened_at_desc
  and (o.opened_at, o.id) > (:after_value, :after_id) --? after_opened_at_asc
order by o.opened_at desc, o.id desc --? sort_opened_at_desc
order by o.opened_at, o.id --? sort_opened_at_asc
limit :limit

-- name: open_orders
select o.id, o.number, o.state, o.opened_at, o.promised_at, o.customer_id, c.name as customer_name, o.car_id,
       coalesce(v.plate, '') as plate, v.model_name, o.advisor_id, coalesce(u.name, '') as advisor_name,
       o.checks_passed, o.delay_warned_at
from workshop_order o
join customers_customer c on c.id = o.customer_id
join vehicles_car v on v.id = o.car_id
left join access_user u on u.id = o.advisor_id
where o.store_id = :store_id and o.handed_back_at is null and o.cancelled_at is null
order by o.opened_at, o.id

-- name: open_work
select l.order_id, l.id as line_id, l.quantity, l.work
from workshop_order o join workshop_line l on l.store_id = o.store_id and l.order_id = o.id
where o.store_id = :store_id and o.handed_back_at is null and o.cancelled_at is null and o.settled_at is null
  and l.state = 'approved' and l.kind = 'labour' and l.work <> 'done'
order by l.order_id, l.id

-- name: clocked_on_open_work
select k.order_id, k.line_id, k.user_id, k.started_at, k.ended_at
from workshop_order o
join workshop_clock k on k.store_id = o.store_id and k.order_id = o.id
join workshop_line l on l.id = k.line_id
where o.store_id = :store_id and o.handed_back_at is null and o.cancelled_at is null and o.settled_at is null
  and l.state = 'approved' and l.work <> 'done'
order by k.order_id, k.started_at

-- name: mark_delay_warned
update workshop_order set delay_warned_at = :now where store_id = :store_id and id = :id

-- name: orders_of_car
select o.id, o.number, o.state, o.opened_at, o.handed_back_at, o.mileage_km, o.words, o.customer_total,
       coalesce(u.name, '') as advisor_name
from workshop_order o left join access_user u on u.id = o.advisor_id
where o.store_id = :store_id and o.car_id = :car_id and o.cancelled_at is null
order by o.opened_at desc, o.id desc limit 100

-- name: lines_of_car
select l.order_id, l.kind, l.code, l.name, l.quantity, l.unit, l.amount, l.payer, l.state
from workshop_order o join workshop_line l on l.store_id = o.store_id and l.order_id = o.id
where o.store_id = :store_id and o.car_id = :car_id and o.cancelled_at is null
  and l.state in ('approved', 'declined')
order by l.order_id, l.position

-- name: orders_of_customer
select o.id, o.number, o.state, o.opened_at, o.promised_at, o.car_id, coalesce(v.plate, '') as plate,
       v.model_name,
       o.planned_total, o.customer_total
from workshop_order o join vehicles_car v on v.id = o.car_id
where o.store_id = :store_id and o.customer_id = :customer_id and o.cancelled_at is null and o.source_id = 0
order by o.opened_at desc, o.id desc limit 50

-- name: photos_of_findings
select photos from workshop_finding where store_id = :store_id and order_id = :order_id
