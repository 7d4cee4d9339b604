-- name: put_ceremony
insert into delivery_ceremony (id, store_id, delivery_id, place, host_id, plan, planned_at)
values (:id, :store_id, :delivery_id, :place, :host_id, :plan, :planned_at)
on conflict (store_id, delivery_id) do update
set place = excluded.place, host_id = excluded.host_id, plan = excluded.plan,
    planned_at = excluded.planned_at, version = delivery_ceremony.version + 1

-- name: ceremony_of
select id, delivery_id, place, host_id, plan, planned_at, version
from delivery_ceremony
where store_id = :store_id and delivery_id = :delivery_id

-- name: insert_item
insert into delivery_item (id, store_id, delivery_id, item, title, pieces, number, handed_at, handed_by)
values (:id, :store_id, :delivery_id, :item, :title, :pieces, :number, :handed_at, :handed_by)

-- name: items_of
select id, delivery_id, item, title, pieces, number, handed_at, handed_by
from delivery_item
where store_id = :store_id and delivery_id = :delivery_id
order by id

-- name: insert_gate_pass
insert into delivery_gate_pass (id, store_id, delivery_id, number, code, issued_at, issued_by)
values (:id, :store_id, :delivery_id, :number, :code, :issued_at, :issued_by)

-- name: find_gate_pass
select id, delivery_id, number, code, issued_at, issued_by, left_at, let_out_by
from delivery_gate_pass
where store_id = :store_id
    and delivery_id = :delivery_id --? delivery_id
    and code = :code --? code
    and number = :number --? number

-- name: let_out
update delivery_gate_pass set left_at = :left_at, let_out_by = :let_out_by
where id = :id and store_id = :store_id and left_at is null

-- name: insert_rating
insert into delivery_rating (id, store_id, delivery_id, score, explained, words, rated_at)
values (:id, :store_id, :delivery_id, :score, :explained, :words, :rated_at)

-- name: rating_of
select id, delivery_id, score, explained, words, rated_at
from delivery_rating
where store_id = :store_id and delivery_id = :delivery_id

-- name: open_faults_list
select f.id, f.delivery_id, d.number as delivery_number, f.checklist, f.item, f.words, f.found_at, c.vin,
    f.order_id, coalesce(o.number, '') as order_number
from delivery_fault f
join delivery_delivery d on d.id = f.delivery_id
join vehicles_car c on c.id = d.car_id
left join workshop_order o on o.id = f.order_id
where f.store_id = :store_id and f.mended_at is null and d.state = 'preparing'
    and (f.found_at, f.id) > (:after_value, :after_id) --? after_found_at_asc
order by f.found_at, f.id --? sort_found_at_asc
limit :limit

