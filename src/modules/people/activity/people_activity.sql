-- name: insert_case
insert into people_case (id, store_id, at, day, user_id, model_id, measure, amount, object_type, object_id,
    customer_id, number)
values (:id, :store_id, :at, :day, :user_id, :model_id, :measure, :amount, :object_type, :object_id,
    :customer_id, :number)

-- name: add_to_day
insert into people_day (store_id, day, user_id, measure, model_id, amount)
values (:store_id, :day, :user_id, :measure, :model_id, :amount)
on conflict (store_id, day, user_id, measure, model_id) do update
set amount = people_day.amount + excluded.amount

-- name: counted_of
select user_id, model_id, cast(sum(amount) as bigint) as amount
from people_case
where store_id = :store_id and object_type = :object_type and object_id = :object_id and measure = :measure
group by user_id, model_id
having sum(amount) <> 0
order by user_id, model_id

-- name: drop_cases
delete from people_case where store_id = :store_id

-- name: drop_days
delete from people_day where store_id = :store_id

-- name: find_counting
select events from people_counting where store_id = :store_id

-- name: insert_counting
insert into people_counting (store_id, counted_at, events) values (:store_id, :counted_at, :events)

-- name: person_sums
select user_id, model_id, measure, cast(sum(amount) as bigint) as amount
from people_day
where store_id = :store_id and day >= :from_day and day < :until_day
  and user_id = :user_id --? user_id
group by user_id, model_id, measure
order by user_id, model_id, measure

-- name: day_sums
select day, measure, cast(sum(amount) as bigint) as amount
from people_day
where store_id = :store_id and day >= :from_day and day < :until_day
  and user_id = :user_id --? user_id
group by day, measure
order by day, measure

-- name: cases_of
select id, at, day, user_id, model_id, measure, amount, object_type, object_id, customer_id, number
from people_case
where store_id = :store_id and user_id = :user_id and measure = :measure and at >= :from_at and at < :until_at
order by at, id

-- name: list_cases
select id, at, user_id, model_id, measure, amount, object_type, object_id, customer_id, number
from people_case
where store_id = :store_id and measure = :measure and at >= :from_at and at < :until_at
  and user_id = :user_id --? user_id
  and model_id = :model_id --? model_id
  and (at, id) < (:after_value, :after_id) --? after_at_desc
  and (at, id) > (:after_value, :after_id) --? after_at_asc
order by at desc, id desc --? sort_at_desc
order by at, id --? sort_at_asc
limit :limit

-- name: uneven_days
select measure, user_id, day, cast(sum(amount) as bigint) as amount
from (select measure, user_id, day, model_id, amount from people_day where store_id = :store_id
      union all
      select measure, user_id, day, model_id, -amount from people_case
          where store_id = :store_id) as both_sides
group by measure, user_id, day, model_id
having sum(amount) <> 0
order by day, user_id, measure

-- name: every_day
select user_id, measure, day, cast(sum(amount) as bigint) as amount
from people_day
where store_id = :store_id
group by user_id, measure, day
having sum(amount) <> 0
order by day, user_id, measure
