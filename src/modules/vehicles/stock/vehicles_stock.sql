-- name: stock_cars
select c.id, c.model_id, m.series, c.state, c.cost, c.ordered_at, c.stock_since, c.arrived_at
from vehicles_car c join vehicles_model m on m.id = c.model_id and m.store_id = c.store_id
where c.store_id = :store_id and c.state in ('in_transit', 'in_stock', 'locked', 'demo')
    and c.used = 0 and c.removed_at is null

-- name: sold_by_series
select m.series, count(*) as cars
from vehicles_car c join vehicles_model m on m.id = c.model_id and m.store_id = c.store_id
where c.store_id = :store_id and c.sold_at is not null and c.sold_at >= :since and c.used = 0
group by m.series

-- name: waiting_by_series
select m.series, count(*) as cars
from vehicles_ordered_car o join vehicles_model m on m.id = o.model_id and m.store_id = o.store_id
where o.store_id = :store_id and o.state = 'ordered'
group by m.series

-- name: cars_past_step
select id, model_name, vin_tail, colour, stock_since
from vehicles_car
where store_id = :store_id and state in ('in_transit', 'in_stock', 'locked', 'demo') and removed_at is null
    and used = 0 and stock_since <= :before and state = 'in_stock' and age_step < :step
order by stock_since, id
limit 500

-- name: set_age_step
update vehicles_car set age_step = :step where store_id = :store_id and id = :id

-- name: other_stores_stock
select c.id, c.store_id as from_store_id, m.code as model_code, c.model_name, m.series, c.colour, c.vin_tail,
    c.stock_since, m.price as list_price
from vehicles_car c join vehicles_model m on m.id = c.model_id and m.store_id = c.store_id
where c.store_id <> :store_id and c.state = 'in_stock' and c.used = 0 and c.removed_at is null
    and c.leaves_by_transfer_id is null
    and m.series = :series --? series
order by c.stock_since, c.id
limit 200
