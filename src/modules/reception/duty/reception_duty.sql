-- name: insert_duty
insert into reception_duty (id, store_id, user_id, on_date, started_at, checklist_id, faults)
values (:id, :store_id, :user_id, :on_date, :started_at, :checklist_id, :faults)

-- name: find_duty
select id, user_id, on_date, started_at, checklist_id, faults, away_since, away_reason, back_at,
    ended_at, version
from reception_duty
where store_id = :store_id and on_date = :on_date and user_id = :user_id

-- name: update_duty
update reception_duty
set started_at = :started_at, checklist_id = :checklist_id, faults = :faults, away_since = :away_since,
    away_reason = :away_reason, back_at = :back_at, ended_at = :ended_at, version = version + 1
where id = :id and store_id = :store_id and version = :version

-- name: duties_of_day
select id, user_id, on_date, started_at, checklist_id, faults, away_since, away_reason, back_at,
    ended_at, version
from reception_duty
where store_id = :store_id and on_date = :on_date
order by started_at, id
