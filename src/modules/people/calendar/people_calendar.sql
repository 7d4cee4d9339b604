-- name: exceptions
select day, is_open, reason, set_by, set_at
from people_opening_day
where store_id = :store_id and day >= :from_day and day < :until_day
order by day

-- name: set_day
insert into people_opening_day (store_id, day, is_open, reason, set_by, set_at)
values (:store_id, :day, :is_open, :reason, :set_by, :set_at)
on conflict (store_id, day) do update
set is_open = excluded.is_open, reason = excluded.reason, set_by = excluded.set_by, set_at = excluded.set_at
