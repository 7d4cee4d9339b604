-- name: enter_stay
insert into used_cars_stay (id, store_id, used_car_id, step, entered_at, entered_by)
values (:id, :store_id, :used_car_id, :step, :entered_at, :entered_by)

-- name: leave_stay
update used_cars_stay set left_at = :left_at
where store_id = :store_id and used_car_id = :used_car_id and left_at is null

-- name: stays_of_car
select id, step, entered_at, entered_by, left_at
from used_cars_stay
where store_id = :store_id and used_car_id = :used_car_id
order by entered_at, id

-- name: stays_ended_since
select id, step, entered_at, entered_by, left_at
from used_cars_stay
where store_id = :store_id and left_at is not null and left_at >= :since

-- name: stays_too_long
select s.id, s.used_car_id, s.step, s.entered_at, c.number, c.model_text
from used_cars_stay s join used_cars_car c on c.id = s.used_car_id and c.store_id = s.store_id
where s.store_id = :store_id and s.step = :step and s.left_at is null and s.told_at is null
    and s.entered_at < :before
order by s.entered_at, s.id

-- name: tell_stay
update used_cars_stay set told_at = :told_at
where store_id = :store_id and id = :id
