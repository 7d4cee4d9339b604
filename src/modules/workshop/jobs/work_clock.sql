-- name: running_clock
select id, order_id, line_id, rework_id, user_id, bay_id, started_at, ended_at, end_reason
from workshop_clock where store_id = :store_id and user_id = :user_id and ended_at is null

-- name: others_on_line
select cast(count(*) as bigint) as others from workshop_clock
where store_id = :store_id and order_id = :order_id and line_id = :line_id and ended_at is null
  and user_id <> :user_id

-- name: insert_clock
insert into workshop_clock (id, store_id, order_id, line_id, rework_id, user_id, bay_id, started_at,
                            ended_at, end_reason)
values (:id, :store_id, :order_id, :line_id, :rework_id, :user_id, :bay_id, :started_at, null, null)

-- name: end_clock
update workshop_clock set ended_at = :ended_at, end_reason = :end_reason
where store_id = :store_id and id = :id and ended_at is null

-- name: open_rework_of_line
select id from workshop_rework
where store_id = :store_id and order_id = :order_id and line_id = :line_id and done_at is null
order by id desc limit 1

-- name: finish_rework
update workshop_rework set done_at = :done_at, done_by = :done_by
where store_id = :store_id and order_id = :order_id and line_id = :line_id and done_at is null

-- name: overlapping_in_bay
select o.number from workshop_line l join workshop_order o on o.id = l.order_id
where l.store_id = :store_id and l.planned_start is not null and l.planned_start < :planned_end
  and l.planned_start >= :day_begins and l.planned_end > :planned_start and l.bay_id = :bay_id
  and l.order_id <> :order_id and l.work <> 'done' and l.state = 'approved'
limit 1

-- name: workers_of_order
select distinct user_id from workshop_clock where store_id = :store_id and order_id = :order_id order by
    user_id

-- name: clocks_of_order
select k.id, k.line_id, k.user_id, coalesce(u.name, '') as user_name, k.rework_id, k.started_at, k.ended_at,
       k.end_reason
from workshop_clock k left join access_user u on u.id = k.user_id
where k.store_id = :store_id and k.order_id = :order_id
order by k.started_at, k.id

-- name: work_of_technician
select l.id, l.order_id, o.number, coalesce(v.plate, '') as plate, v.model_name, l.name, l.quantity, l.work,
       l.planned_start, l.planned_end, o.promised_at, coalesce(b.name, '') as bay_name, o.words
from workshop_line l
join workshop_order o on o.id = l.order_id
join vehicles_car v on v.id = o.car_id
left join workshop_bay b on b.id = l.bay_id
where l.store_id = :store_id and l.technician_id = :user_id and l.state = 'approved' and l.work <> 'done'
  and o.cancelled_at is null
order by case when l.planned_start is null then 1 else 0 end, l.planned_start, l.id

-- name: planned_of_day
select l.id, l.order_id, o.number, coalesce(v.plate, '') as plate, l.name, l.bay_id, l.technician_id,
       coalesce(u.name, '') as technician_name, l.planned_start, l.planned_end, l.work, o.promised_at
from workshop_line l
join workshop_order o on o.id = l.order_id
join vehicles_car v on v.id = o.car_id
left join access_user u on u.id = l.technician_id
where l.store_id = :store_id and l.planned_start is not null and l.planned_start >= :day_begins
  and l.planned_start < :day_ends and l.state = 'approved' and o.cancelled_at is null
order by l.planned_start, l.id

-- name: clocks_of_day
select k.id, k.order_id, o.number, coalesce(v.plate, '') as plate, l.name, k.bay_id, k.user_id,
       coalesce(u.name, '') as user_name, k.started_at, k.ended_at
from workshop_clock k
join workshop_line l on l.id = k.line_id
join workshop_order o on o.id = k.order_id
join vehicles_car v on v.id = o.car_id
left join access_user u on u.id = k.user_id
where k.store_id = :store_id and k.started_at >= :day_begins and k.started_at < :day_ends
order by k.started_at, k.id
