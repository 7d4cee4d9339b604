-- name: lines_of_order
select id, order_id, position, kind, operation_id, part_id, job_line_id, finding_id, code, name, brand,
       origin, unit, customer_supplied, quantity, unit_price, discount, amount, payer, state, consent_id,
       work, technician_id, bay_id, planned_start, planned_end, started_at, done_at, done_by, added_at,
       added_by, version
from workshop_line where store_id = :store_id and order_id = :order_id order by position, id

-- name: find_line
select id, order_id, position, kind, operation_id, part_id, job_line_id, finding_id, code, name, brand,
       origin, unit, customer_supplied, quantity, unit_price, discount, amount, payer, state, consent_id,
       work, technician_id, bay_id, planned_start, planned_end, started_at, done_at, done_by, added_at,
       added_by, version
from workshop_line where store_id = :store_id and id = :id

-- name: insert_line
insert into workshop_line (id, store_id, order_id, position, kind, operation_id, part_id, job_line_id,
                           finding_id, code, name, brand, origin, unit, customer_supplied, quantity,
                           unit_price, discount, amount, payer, state, consent_id, work, technician_id,
                           bay_id, planned_start, planned_end, started_at, done_at, done_by, added_at,
                           added_by)
values (:id, :store_id, :order_id, :position, :kind, :operation_id, :part_id, :job_line_id, :finding_id,
        :code, :name, :brand, :origin, :unit, :customer_supplied, :quantity, :unit_price, :discount,
        :amount, :payer, :state, :consent_id, :work, :technician_id, :bay_id, :planned_start,
        :planned_end, :started_at, :done_at, :done_by, :added_at, :added_by)

-- name: update_line
update workshop_line set quantity = :quantity, discount = :discount, amount = :amount, payer = :payer,
       state = :state, consent_id = :consent_id,
       work = :work, technician_id = :technician_id, bay_id = :bay_id, planned_start = :planned_start,
       planned_end = :planned_end, started_at = :started_at, done_at = :done_at, done_by = :done_by,
       version = version + 1
where id = :id and store_id = :store_id and version = :version

-- name: next_position
select cast(coalesce(max(position), 0) + 1 as bigint) as position
from workshop_line where store_id = :store_id and order_id = :order_id

-- name: find_operation
select id, code, name, category, hours, hourly_price, withdrawn_at, version
from workshop_operation where store_id = :store_id and id = :id

-- name: find_operation_by_code
select id, code, name, category, hours, hourly_price, withdrawn_at, version
from workshop_operation where store_id = :store_id and code = :code

-- name: insert_operation
insert into workshop_operation (id, store_id, code, name, category, hours, hourly_price, withdrawn_at)
values (:id, :store_id, :code, :name, :category, :hours, :hourly_price, null)

-- name: update_operation
update workshop_operation set name = :name, hours = :hours, hourly_price = :hourly_price,
       withdrawn_at = :withdrawn_at,
       version = version + 1
where id = :id and store_id = :store_id and version = :version

-- name: list_operations
select o.id, o.code, o.name, o.category, o.hours, o.hourly_price, o.withdrawn_at, o.version
from workshop_operation o
where o.store_id = :store_id
  and o.withdrawn_at is null --? offered
  and (o.code like :pattern or o.name like :pattern) --? q
  and o.category = :category --? category
  and (o.code, o.id) > (:after_value, :after_id) --? after_code_asc
order by o.code, o.id --? sort_code_asc
limit :limit

-- name: insert_finding
insert into workshop_finding (id, store_id, order_id, part_of_car, words, reading, urgency, photos,
                              additional, found_at, found_by)
values (:id, :store_id, :order_id, :part_of_car, :words, :reading, :urgency, :photos, :additional,
        :found_at, :found_by)

-- name: find_finding_order
select order_id from workshop_finding where store_id = :store_id and id = :id

-- name: findings_of_order
select f.id, f.part_of_car, f.words, f.reading, f.urgency, f.photos as photos_json, f.additional, f.found_at,
       coalesce(u.name, '') as found_by_name
from workshop_finding f left join access_user u on u.id = f.found_by
where f.store_id = :store_id and f.order_id = :order_id
order by f.id
