-- name: plan_open_for_source
-- The order of this record and car whose plan can still grow.
select id from workshop_order
where store_id = :store_id and source_type = :source_type and source_id = :source_id
  and car_id = :car_id
  and handed_back_at is null and cancelled_at is null and passed_at is null and settled_at is null
order by id desc limit 1

-- name: lowest_hourly_price
select min(hourly_price) from workshop_operation
where store_id = :store_id and withdrawn_at is null
