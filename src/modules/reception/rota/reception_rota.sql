-- name: clear_day
delete from reception_shift where store_id = :store_id and on_date = :on_date

-- name: insert_shift
insert into reception_shift (id, store_id, on_date, user_id, kind, position)
values (:id, :store_id, :on_date, :user_id, :kind, :position)

-- name: shifts_between
select user_id, on_date, kind, position
from reception_shift
where store_id = :store_id and on_date >= :from_date and on_date <= :to_date
order by on_date, position, user_id

-- name: clear_knowledge
delete from reception_knowledge where store_id = :store_id and user_id = :user_id

-- name: insert_knowledge
insert into reception_knowledge (store_id, series, user_id)
values (:store_id, :series, :user_id)
on conflict (store_id, series, user_id) do nothing

-- name: knowledge
select user_id, series from reception_knowledge
where store_id = :store_id
order by user_id, series

-- name: who_knows
select user_id, series from reception_knowledge
where store_id = :store_id and series = :series
order by user_id

-- name: insert_check
insert into reception_check (id, store_id, user_id, on_date, checked_at, checked_by, checklist_id, faults,
    note)
values (:id, :store_id, :user_id, :on_date, :checked_at, :checked_by, :checklist_id, :faults, :note)

-- name: self_checks
select id, on_date, user_id, '' as name, started_at as checked_at, '' as checked_by, checklist_id, faults,
    '' as note
from reception_duty
where store_id = :store_id and on_date >= :from_date and on_date <= :to_date
  and user_id = :user_id --? user_id
order by on_date desc, started_at desc, id desc

-- name: checks
select id, on_date, user_id, '' as name, checked_at, checked_by, checklist_id, faults, note
from reception_check
where store_id = :store_id and on_date >= :from_date and on_date <= :to_date
  and user_id = :user_id --? user_id
order by on_date desc, checked_at desc, id desc
