-- name: insert_appraisal
insert into deals_appraisal (id, store_id, deal_id, vin, plate, model_text, first_registered, mileage_km,
    condition, market_price, repair_estimate, offered, valid_until, appraised_by, appraised_at)
values (:id, :store_id, :deal_id, :vin, :plate, :model_text, :first_registered, :mileage_km, :condition,
    :market_price, :repair_estimate, :offered, :valid_until, :appraised_by, :appraised_at)

-- name: find_appraisal
select id, deal_id, vin, plate, model_text, first_registered, mileage_km, condition, market_price,
    repair_estimate, offered, valid_until, accepted_at, appraised_by, appraised_at
from deals_appraisal
where id = :id and store_id = :store_id

-- name: appraisals_of_deal
select id, deal_id, vin, plate, model_text, first_registered, mileage_km, condition, market_price,
    repair_estimate, offered, valid_until, accepted_at, appraised_by, appraised_at
from deals_appraisal
where store_id = :store_id and deal_id = :deal_id
order by id desc

-- name: accepted_appraisal
select id, deal_id, vin, plate, model_text, first_registered, mileage_km, condition, market_price,
    repair_estimate, offered, valid_until, accepted_at, appraised_by, appraised_at
from deals_appraisal
where store_id = :store_id and deal_id = :deal_id and accepted_at is not null
order by accepted_at desc, id desc
limit 1

-- name: accept_appraisal
update deals_appraisal set accepted_at = :accepted_at
where id = :id and store_id = :store_id and accepted_at is null
