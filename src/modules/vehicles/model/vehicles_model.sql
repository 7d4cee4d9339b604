-- name: insert_model
insert into vehicles_model (id, store_id, code, brand, series, trim, name, year, fuel, gearbox,
    displacement_ml,
    seats, price, specs, on_offer)
values (:id, :store_id, :code, :brand, :series, :trim, :name, :year, :fuel, :gearbox, :displacement_ml,
    :seats, :price, :specs, 1)

-- name: insert_option
insert into vehicles_option (id, store_id, model_id, code, name, price, on_offer)
values (:id, :store_id, :model_id, :code, :name, :price, 1)

-- name: insert_colour
insert into vehicles_colour (id, store_id, model_id, name, hex, price)
values (:id, :store_id, :model_id, :name, :hex, :price)

-- name: find_model
select id, code, brand, series, trim, name, year, fuel, gearbox, displacement_ml, seats, price, specs,
    on_offer,
    version
from vehicles_model
where store_id = :store_id and id = :id

-- name: count_models_with_code
select count(*) from vehicles_model where store_id = :store_id and code = :code

-- name: find_model_by_code
select id, code, brand, series, trim, name, year, fuel, gearbox, displacement_ml, seats, price, specs,
    on_offer,
    version
from vehicles_model
where store_id = :store_id and code = :code

-- name: models_on_offer
select id, code, brand, series, trim, name, year, fuel, gearbox, displacement_ml, seats, price, specs,
    on_offer,
    version
from vehicles_model
where store_id = :store_id and on_offer = 1
order by series, price, id

-- name: update_model
update vehicles_model
set price = :price, on_offer = :on_offer, version = version + 1
where id = :id and store_id = :store_id and version = :version

-- name: find_option
select id, model_id, code, name, price, on_offer, version
from vehicles_option
where store_id = :store_id and id = :id

-- name: count_options_with_code
select count(*) from vehicles_option where store_id = :store_id and model_id = :model_id and code = :code

-- name: update_option
update vehicles_option
set price = :price, on_offer = :on_offer, version = version + 1
where id = :id and store_id = :store_id and version = :version

-- name: options_of_model
select id, model_id, code, name, price, on_offer, version
from vehicles_option
where store_id = :store_id and model_id = :model_id
order by price desc, id

-- name: colours_of_model
select id, name, hex, price
from vehicles_colour
where store_id = :store_id and model_id = :model_id
order by price, id

-- name: count_colours_with_name
select count(*) from vehicles_colour where store_id = :store_id and model_id = :model_id and name = :name

-- name: list_models
select m.id, m.code, m.brand, m.series, m.trim, m.name, m.year, m.fuel, m.gearbox, m.displacement_ml, m.seats,
    m.price, m.on_offer,
    (select count(*) from vehicles_car c
     where c.store_id = m.store_id and c.model_id = m.id and c.state = 'in_stock'
        and c.used = 0 and c.removed_at is null) as in_stock,
    (select count(*) from vehicles_car c
     where c.store_id = m.store_id and c.model_id = m.id and c.state = 'in_transit'
        and c.used = 0 and c.removed_at is null) as in_transit
from vehicles_model m
where m.store_id = :store_id and m.used_only = 0
  and m.series = :series --? series
  and m.fuel = :fuel --? fuel
  and m.gearbox = :gearbox --? gearbox
  and m.on_offer = :on_offer --? on_offer
  and (m.price, m.id) > (:after_value, :after_id) --? after_price_asc
  and (m.price, m.id) < (:after_value, :after_id) --? after_price_desc
  and (m.name, m.id) > (:after_value, :after_id) --? after_name_asc
order by m.price, m.id --? sort_price_asc
order by m.price desc, m.id desc --? sort_price_desc
order by m.name, m.id --? sort_name_asc
limit :limit

-- name: stock_by_model
select model_id,
    cast(sum(case when state = 'in_stock' then 1 else 0 end) as bigint) as in_stock,
    cast(sum(case when state = 'in_transit' then 1 else 0 end) as bigint) as in_transit
from vehicles_car
where store_id = :store_id and model_id is not null and state in ('in_stock', 'in_transit')
    and used = 0 and removed_at is null
group by model_id
order by model_id

-- name: find_same_model
select id, code, brand, series, trim, name, year, fuel, gearbox, displacement_ml, seats, price, specs,
    on_offer,
    version
from vehicles_model
where store_id = :store_id and brand = :brand and series = :series and trim = :trim and year = :year
    and fuel = :fuel and gearbox = :gearbox and displacement_ml = :displacement_ml and seats = :seats
order by used_only, id
limit 1

-- name: insert_used_model
insert into vehicles_model (id, store_id, code, brand, series, trim, name, year, fuel, gearbox,
    displacement_ml,
    seats, price, specs, on_offer, used_only)
values (:id, :store_id, :code, :brand, :series, :trim, :name, :year, :fuel, :gearbox, :displacement_ml,
    :seats, :price, :specs, 0, 1)
