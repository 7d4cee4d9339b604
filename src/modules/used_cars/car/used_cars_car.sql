-- name: insert_used_car
insert into used_cars_car (id, store_id, number, car_id, car_before_id, source, seller_id, deal_id,
    model_text, vin, plate, condition, mileage_km, first_registered, market_price, repair_estimate, price,
    step, step_since, taken_at, taken_by)
values (:id, :store_id, :number, :car_id, :car_before_id, :source, :seller_id, :deal_id, :model_text, :vin,
    :plate, :condition, :mileage_km, :first_registered, :market_price, :repair_estimate, :price, :step,
    :step_since, :taken_at, :taken_by)

-- name: find_used_car
select id, number, car_id, car_before_id, source, seller_id, deal_id, model_text, vin, plate, colour,
    condition, mileage_km, first_registered, market_price, repair_estimate, price, paid, spent, asking_price,
    described_at, step, step_since, taken_at, taken_by, offered_at, sold_at, sold_deal_id, invoice_number,
    transferred_on, version
from used_cars_car
where store_id = :store_id
    and id = :id --? id
    and car_id = :car_id --? car_id
    and deal_id = :deal_id --? deal_id

-- name: update_used_car
update used_cars_car
set model_text = :model_text, plate = :plate, colour = :colour, paid = :paid, spent = :spent,
    asking_price = :asking_price, described_at = :described_at, step = :step, step_since = :step_since,
    offered_at = :offered_at, sold_at = :sold_at, sold_deal_id = :sold_deal_id,
    invoice_number = :invoice_number, transferred_on = :transferred_on, version = version + 1
where id = :id and store_id = :store_id and version = :version

-- name: insert_paper
insert into used_cars_paper (id, store_id, used_car_id, kind, number, file, received_at, received_by)
values (:id, :store_id, :used_car_id, :kind, :number, :file, :received_at, :received_by)

-- name: papers_of_car
select kind, number, file, received_at, received_by
from used_cars_paper
where store_id = :store_id and used_car_id = :used_car_id
order by received_at, id

-- name: insert_payment
insert into used_cars_payment (id, store_id, used_car_id, amount, reference, paid_at, paid_by)
values (:id, :store_id, :used_car_id, :amount, :reference, :paid_at, :paid_by)

-- name: payments_of_car
select amount, reference, paid_at, paid_by
from used_cars_payment
where store_id = :store_id and used_car_id = :used_car_id
order by paid_at, id

-- name: insert_price
insert into used_cars_price (id, store_id, used_car_id, price, reason, set_at, set_by)
values (:id, :store_id, :used_car_id, :price, :reason, :set_at, :set_by)

-- name: prices_of_car
select price, reason, set_at, set_by
from used_cars_price
where store_id = :store_id and used_car_id = :used_car_id
order by set_at desc, id desc

-- name: cars_in_stock
select c.id, c.number, c.car_id, c.model_text, c.vin, c.plate, c.colour, c.mileage_km, c.first_registered,
    c.step, c.step_since, c.taken_at, c.price, c.spent, c.asking_price, c.version, v.location, v.state,
    (select count(*) from used_cars_job j
     where j.store_id = c.store_id and j.used_car_id = c.id and j.state = 'planned') as open_jobs
from used_cars_car c join vehicles_car v on v.id = c.car_id and v.store_id = c.store_id
where c.store_id = :store_id and c.sold_at is null
order by c.step_since, c.id

-- name: times_to_sale
select taken_at, offered_at
from used_cars_car
where store_id = :store_id and offered_at is not null and taken_at >= :since

-- name: list_used_cars
select id, number, car_id, model_text, vin, plate, colour, source, mileage_km, first_registered, step,
    step_since, taken_at, sold_at, price, spent, asking_price, sold_deal_id, transferred_on
from used_cars_car
where store_id = :store_id
    and step = :step --? step
    and source = :source --? source
    and (taken_at, id) < (:after_value, :after_id) --? after_taken_at_desc
    and (taken_at, id) > (:after_value, :after_id) --? after_taken_at_asc
order by taken_at desc, id desc --? sort_taken_at_desc
order by taken_at, id --? sort_taken_at_asc
limit :limit
