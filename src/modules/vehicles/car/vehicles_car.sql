-- name: insert_car
insert into vehicles_car (id, store_id, vin, vin_tail, model_id, model_name, plate, colour, state,
    customer_id,
    deal_id, locked_at, mileage_km, mileage_at, location, key_number, cost, ordered_at, expected_on,
    arrived_at,
    arrived_by, sold_at, first_registered, warranty_start, stock_since, came_by_transfer_id, used)
values (:id, :store_id, :vin, :vin_tail, :model_id, :model_name, :plate, :colour, :state, :customer_id,
    :deal_id, :locked_at, :mileage_km, :mileage_at, :location, :key_number, :cost, :ordered_at, :expected_on,
    :arrived_at, :arrived_by, :sold_at, :first_registered, :warranty_start, :stock_since,
    :came_by_transfer_id, :used)

-- name: find_car
select id, vin, model_id, model_name, plate, colour, state, customer_id, deal_id, locked_at, mileage_km,
    mileage_at,
    location, key_number, cost, ordered_at, expected_on, arrived_at, arrived_by, sold_at, first_registered,
    warranty_start, stock_since, leaves_by_transfer_id, came_by_transfer_id, removed_at, used,
    asking_price, version
from vehicles_car
where store_id = :store_id
  and id = :id --? id
  and removed_at is null and vin = :vin --? vin
  and removed_at is null and plate = :plate --? plate

-- name: car_keys
select vin, plate, customer_id
from vehicles_car
where store_id = :store_id and removed_at is null

-- name: update_car
update vehicles_car
set plate = :plate, colour = :colour, state = :state, customer_id = :customer_id, deal_id = :deal_id,
    locked_at = :locked_at, mileage_km = :mileage_km, mileage_at = :mileage_at, location = :location,
    key_number = :key_number, expected_on = :expected_on, arrived_at = :arrived_at, arrived_by = :arrived_by,
    sold_at = :sold_at, first_registered = :first_registered, warranty_start = :warranty_start,
    stock_since = :stock_since, leaves_by_transfer_id = :leaves_by_transfer_id, removed_at = :removed_at,
    model_id = :model_id, model_name = :model_name, cost = :cost, asking_price = :asking_price,
    version = version + 1
where id = :id and store_id = :store_id and version = :version

-- name: move_cars
update vehicles_car
set customer_id = :to_customer_id, version = version + 1
where store_id = :store_id and customer_id = :from_customer_id

-- name: remove_untouched_car
update vehicles_car
set removed_at = :removed_at, version = version + 1
where store_id = :store_id and id = :id and state = 'customer' and version = 1

-- name: cars_of_customer
select id, vin, model_id, model_name, plate, colour, state, customer_id, deal_id, locked_at, mileage_km,
    mileage_at,
    location, key_number, cost, ordered_at, expected_on, arrived_at, arrived_by, sold_at, first_registered,
    warranty_start, stock_since, leaves_by_transfer_id, came_by_transfer_id, removed_at, used,
    asking_price, version
from vehicles_car
where store_id = :store_id and customer_id = :customer_id and removed_at is null
order by ordered_at desc, id desc

-- name: available_cars
select id, vin, model_id, model_name, plate, colour, state, customer_id, deal_id, locked_at, mileage_km,
    mileage_at,
    location, key_number, cost, ordered_at, expected_on, arrived_at, arrived_by, sold_at, first_registered,
    warranty_start, stock_since, leaves_by_transfer_id, came_by_transfer_id, removed_at, used,
    asking_price, version
from vehicles_car
where store_id = :store_id and model_id = :model_id and state in ('in_stock', 'in_transit')
    and used = 0 and deal_id is null and removed_at is null and leaves_by_transfer_id is null
order by arrived_at nulls last, ordered_at, id

-- name: list_stock
select c.id, c.vin, c.model_id, c.model_name, c.colour, c.state, c.location, c.key_number, c.mileage_km,
    c.plate, c.ordered_at, c.expected_on, c.arrived_at, c.deal_id, c.stock_since, c.cost,
    c.leaves_by_transfer_id, m.price as list_price,
    (select count(*) from vehicles_claim k
     where k.store_id = c.store_id and k.car_id = c.id and k.state <> 'closed') as open_claims
from vehicles_car c join vehicles_model m on m.id = c.model_id and m.store_id = c.store_id
where c.store_id = :store_id and c.state in ('in_transit', 'in_stock', 'locked', 'demo')
    and c.used = 0 and c.removed_at is null
  and c.state = :state --? state
  and c.model_id = :model_id --? model_id
  and m.series = :series --? series
  and c.colour = :colour --? colour
  and c.vin_tail = :vin_tail --? vin_tail
  and c.arrived_at is null --? only_on_the_way
  and c.arrived_at is not null --? only_arrived
  and c.stock_since <= :since_until --? since_until
  and c.stock_since > :since_after --? since_after
  and (c.ordered_at, c.id) > (:after_value, :after_id) --? after_ordered_at_asc
  and (c.ordered_at, c.id) < (:after_value, :after_id) --? after_ordered_at_desc
  and (c.stock_since, c.id) > (:after_value, :after_id) --? after_stock_since_asc
  and (c.stock_since, c.id) < (:after_value, :after_id) --? after_stock_since_desc
  and (c.model_name, c.id) > (:after_value, :after_id) --? after_model_name_asc
order by c.ordered_at, c.id --? sort_ordered_at_asc
order by c.ordered_at desc, c.id desc --? sort_ordered_at_desc
order by c.stock_since, c.id --? sort_stock_since_asc
order by c.stock_since desc, c.id desc --? sort_stock_since_desc
order by c.model_name, c.id --? sort_model_name_asc
limit :limit

-- name: list_demo_cars
select c.id, c.vin, c.model_id, c.model_name, c.colour, c.plate, c.mileage_km, c.location, m.gearbox, m.fuel
from vehicles_car c join vehicles_model m on m.id = c.model_id and m.store_id = c.store_id
where c.store_id = :store_id and c.state = 'demo' and c.removed_at is null
order by c.model_name, c.id

-- name: cars_for_test_drives
select id, vin, model_id, model_name, plate, colour, state, customer_id, deal_id, locked_at, mileage_km,
    mileage_at,
    location, key_number, cost, ordered_at, expected_on, arrived_at, arrived_by, sold_at, first_registered,
    warranty_start, stock_since, leaves_by_transfer_id, came_by_transfer_id, removed_at, used,
    asking_price, version
from vehicles_car
where store_id = :store_id and state = 'demo' and removed_at is null
order by model_name, id
