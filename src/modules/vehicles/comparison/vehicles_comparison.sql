-- name: insert_rival
insert into vehicles_rival (id, store_id, brand, name, year, fuel, gearbox, seats, price, specs, source,
    checked_on)
values (:id, :store_id, :brand, :name, :year, :fuel, :gearbox, :seats, :price, :specs, :source, :checked_on)

-- name: find_rival
select id, brand, name, year, fuel, gearbox, seats, price, specs, source, checked_on, version
from vehicles_rival
where store_id = :store_id and id = :id

-- name: count_rivals
select count(*) from vehicles_rival
where store_id = :store_id and brand = :brand and name = :name and year = :year

-- name: update_rival
update vehicles_rival
set price = :price, source = :source, checked_on = :checked_on, version = version + 1
where store_id = :store_id and id = :id and version = :version

-- name: every_rival
select id, brand, name, year, fuel, gearbox, seats, price, specs, source, checked_on, version
from vehicles_rival
where store_id = :store_id
order by brand, name, year desc, id
