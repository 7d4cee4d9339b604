-- name: insert_order
insert into vehicles_factory_order (id, store_id, number, note, placed_at, placed_by, cars, waiting)
values (:id, :store_id, :number, :note, :placed_at, :placed_by, :cars, :waiting)

-- name: insert_ordered_car
insert into vehicles_ordered_car (id, store_id, order_id, position, model_id, model_name, colour, cost,
    expected_on, state, drop_reason, deal_id)
values (:id, :store_id, :order_id, :position, :model_id, :model_name, :colour, :cost, :expected_on, 'ordered',
    '', :deal_id)

-- name: find_order
select id, number, note, placed_at, placed_by, cars, waiting, version
from vehicles_factory_order
where store_id = :store_id and id = :id

-- name: settle_one
update vehicles_factory_order set waiting = waiting - 1, version = version + 1
where store_id = :store_id and id = :id

-- name: find_ordered_car
select id, order_id, position, model_id, model_name, colour, cost, expected_on, state, car_id, drop_reason,
    deal_id, version
from vehicles_ordered_car
where store_id = :store_id and id = :id

-- name: cars_of_order
select id, order_id, position, model_id, model_name, colour, cost, expected_on, state, car_id, drop_reason,
    deal_id, version
from vehicles_ordered_car
where store_id = :store_id and order_id = :order_id
order by position

-- name: update_ordered_car
update vehicles_ordered_car
set expected_on = :expected_on, state = :state, car_id = :car_id, drop_reason = :drop_reason,
    cost = :cost, deal_id = :deal_id, version = version + 1
where store_id = :store_id and id = :id and version = :version

-- name: list_orders
select o.id, o.number, o.note, o.placed_at, o.placed_by, o.cars, o.waiting,
    (select min(c.expected_on) from vehicles_ordered_car c
     where c.store_id = o.store_id and c.order_id = o.id and c.state = 'ordered') as next_expected_on
from vehicles_factory_order o
where o.store_id = :store_id
    and o.waiting > 0 --? open_only
    and (o.placed_at, o.id) < (:after_value, :after_id) --? after_placed_at_desc
    and (o.placed_at, o.id) > (:after_value, :after_id) --? after_placed_at_asc
order by o.placed_at desc, o.id desc --? sort_placed_at_desc
order by o.placed_at, o.id --? sort_placed_at_asc
limit :limit

-- name: list_ordered_cars
select c.id, c.order_id, o.number as order_number, c.model_id, c.model_name, c.colour, c.expected_on,
    c.deal_id, c.version
from vehicles_ordered_car c join vehicles_factory_order o on o.id = c.order_id and o.store_id = c.store_id
where c.store_id = :store_id and c.state = 'ordered'
    and c.model_id = :model_id --? model_id
    and (c.expected_on, c.id) > (:after_value, :after_id) --? after_expected_on_asc
order by c.expected_on, c.id --? sort_expected_on_asc
limit :limit

-- name: order_of_deal
select c.id as ordered_car_id, c.order_id, o.number, c.colour, c.expected_on, c.state, c.car_id
from vehicles_ordered_car c join vehicles_factory_order o on o.id = c.order_id and o.store_id = c.store_id
where c.store_id = :store_id and c.deal_id = :deal_id and c.state <> 'dropped'

-- name: give_up_order
update vehicles_ordered_car set deal_id = null, version = version + 1
where store_id = :store_id and id = :id

-- name: last_cost_of_model
select cost from vehicles_car
where store_id = :store_id and model_id = :model_id and cost > 0 and used = 0
order by ordered_at desc, id desc
limit 1
