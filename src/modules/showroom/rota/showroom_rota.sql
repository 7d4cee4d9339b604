-- name: assign
insert into showroom_rota (store_id, day, car_id, user_id, note)
values (:store_id, :day, :car_id, :user_id, '')
on conflict (store_id, day, car_id) do update set user_id = excluded.user_id

-- name: rota_between
select day, car_id, user_id, fuel_percent, clean, note, ready_at
from showroom_rota
where store_id = :store_id and day >= :from and day < :until
    and car_id = :car_id --? car_id
order by day, car_id

-- name: make_ready
update showroom_rota
set fuel_percent = :fuel_percent, clean = :clean, note = :note, ready_at = :ready_at
where store_id = :store_id and day = :day and car_id = :car_id

-- name: drives_between
select d.id, d.state, d.car_id, d.customer_id, d.lead_id, d.started_at, d.finished_at, d.mileage_out_km,
    d.mileage_in_km, f.comfort, f.power, f.handling, f.space
from showroom_test_drive d
left join showroom_feedback f on f.store_id = d.store_id and f.test_drive_id = d.id
where d.store_id = :store_id and d.starts_at >= :from and d.starts_at < :until
order by d.car_id, d.starts_at
