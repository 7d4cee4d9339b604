-- name: learn_pattern
insert into vehicles_vin_pattern (store_id, pattern, model_id, cars, last_seen_at)
values (:store_id, :pattern, :model_id, 1, :at)
on conflict (store_id, pattern, model_id)
do update set cars = vehicles_vin_pattern.cars + 1, last_seen_at = excluded.last_seen_at

-- name: models_of_pattern
select p.model_id, m.name as model_name, m.brand, m.series, m.trim, m.year, m.fuel, m.gearbox,
    m.displacement_ml, m.seats, m.price, m.on_offer, p.cars
from vehicles_vin_pattern p join vehicles_model m on m.id = p.model_id and m.store_id = p.store_id
where p.store_id = :store_id and p.pattern = :pattern
order by p.cars desc, p.last_seen_at desc, p.model_id

-- name: brands_of_maker
select m.brand, cast(sum(p.cars) as bigint) as cars
from vehicles_vin_pattern p join vehicles_model m on m.id = p.model_id and m.store_id = p.store_id
where p.store_id = :store_id and p.pattern >= :wmi and p.pattern < :wmi_end
group by m.brand
order by 2 desc, m.brand
limit 1
