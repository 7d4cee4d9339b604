-- name: insert_job
insert into used_cars_job (id, store_id, used_car_id, step, title, planned_cost, state, planned_at,
    planned_by)
values (:id, :store_id, :used_car_id, :step, :title, :planned_cost, :state, :planned_at, :planned_by)

-- name: find_job
select id, used_car_id, step, title, planned_cost, cost, done_by, supplier, state, note, planned_at,
    planned_by, ended_at, ended_by, version
from used_cars_job
where store_id = :store_id and id = :id

-- name: jobs_of_car
select id, used_car_id, step, title, planned_cost, cost, done_by, supplier, state, note, planned_at,
    planned_by, ended_at, ended_by, version
from used_cars_job
where store_id = :store_id and used_car_id = :used_car_id
order by planned_at, id

-- name: end_job
update used_cars_job
set cost = :cost, done_by = :done_by, supplier = :supplier, state = :state, note = :note,
    ended_at = :ended_at, ended_by = :ended_by, version = version + 1
where id = :id and store_id = :store_id and version = :version
