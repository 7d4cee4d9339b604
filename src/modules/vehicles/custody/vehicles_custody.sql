-- name: insert_item
insert into vehicles_item (id, store_id, car_id, kind, label, state, place, holder, since, due_at)
values (:id, :store_id, :car_id, :kind, :label, :state, :place, :holder, :since, :due_at)

-- name: insert_move
insert into vehicles_item_move (id, store_id, item_id, state, who, purpose, at, by_name)
values (:id, :store_id, :item_id, :state, :who, :purpose, :at, :by_name)

-- name: find_item
select id, car_id, kind, label, state, place, holder, since, due_at, version
from vehicles_item
where store_id = :store_id and id = :id

-- name: count_same
select count(*) from vehicles_item
where store_id = :store_id and car_id = :car_id and kind = :kind and label = :label

-- name: items_of_car
select id, car_id, kind, label, state, place, holder, since, due_at, version
from vehicles_item
where store_id = :store_id and car_id = :car_id
order by kind, label, id

-- name: update_item
update vehicles_item
set state = :state, place = :place, holder = :holder, since = :since, due_at = :due_at, version = version + 1
where store_id = :store_id and id = :id and version = :version

-- name: list_out
select i.id, i.car_id, i.kind, i.label, i.holder, i.since, i.due_at, i.version, c.model_name, c.vin_tail,
    c.plate
from vehicles_item i join vehicles_car c on c.id = i.car_id and c.store_id = i.store_id
where i.store_id = :store_id and i.state = 'out'
    and i.kind = :kind --? kind
    and (i.since, i.id) > (:after_value, :after_id) --? after_since_asc
    and (i.since, i.id) < (:after_value, :after_id) --? after_since_desc
order by i.since, i.id --? sort_since_asc
order by i.since desc, i.id desc --? sort_since_desc
limit :limit

-- name: moves_of_item
select state, who, purpose, at, by_name
from vehicles_item_move
where store_id = :store_id and item_id = :item_id
order by at desc, id desc
limit 200
