-- name: insert_version
insert into standards_version (id, store_id, process, number, body, reason, valid_from, published_at,
    published_by)
values (:id, :store_id, :process, :number, :body, :reason, :valid_from, :published_at, :published_by)

-- name: versions_in_force
-- The newest version of each process that has begun.
select v.id, v.process, v.number, v.valid_from, v.body
from standards_version v
where v.store_id = :store_id and v.valid_from <= :now
  and v.number = (select max(w.number) from standards_version w
                  where w.store_id = v.store_id and w.process = v.process and w.valid_from <= :now)
order by v.process

-- name: version_body
select body from standards_version where id = :id and store_id = :store_id

-- name: latest_number
select max(number) from standards_version where store_id = :store_id and process = :process

-- name: versions_of_process
select id, process, number, reason, valid_from, published_at, published_by
from standards_version where store_id = :store_id and process = :process
order by number desc

-- name: find_case
select id, process, version_id, object_type, object_id, title, started_at, ended_at
from standards_case where store_id = :store_id and process = :process and object_id = :object_id

-- name: insert_case
insert into standards_case (id, store_id, process, version_id, object_type, object_id, title, started_at,
    ended_at)
values (:id, :store_id, :process, :version_id, :object_type, :object_id, :title, :started_at, null)

-- name: end_case
update standards_case set ended_at = :now, completed = :completed where id = :case_id
    and store_id = :store_id and ended_at is null

-- name: cases_of_object
select id, process, version_id, object_type, object_id, title, started_at, ended_at
from standards_case where store_id = :store_id and object_id = :object_id and object_type = :object_type
order by started_at desc

-- name: milestones_of_case
select name, not_before, due_at, reached_at, actor_name, verdict, times
from standards_milestone where case_id = :case_id and store_id = :store_id

-- name: reach
insert into standards_milestone (case_id, name, store_id, reached_at, event_id, user_id, actor_name, verdict,
    times)
values (:case_id, :name, :store_id, :at, :event_id, :user_id, :actor_name, :verdict, 1)
on conflict (case_id, name) do update set
    reached_at = coalesce(standards_milestone.reached_at, excluded.reached_at),
    event_id = coalesce(standards_milestone.event_id, excluded.event_id),
    user_id = case when standards_milestone.times = 0 then excluded.user_id
    else standards_milestone.user_id end, actor_name = case when standards_milestone.times = 0
        then excluded.actor_name
                      else standards_milestone.actor_name end,
    verdict = case when standards_milestone.times = 0 then excluded.verdict
    else standards_milestone.verdict end, times = standards_milestone.times + 1

-- name: lift_lower_side
update standards_milestone set not_before = :at
where case_id = :case_id and store_id = :store_id and name = :name and reached_at is null
  and not_before > :at

-- name: expect
insert into standards_milestone (case_id, name, store_id, not_before, due_at)
values (:case_id, :name, :store_id, :not_before, :due_at)
on conflict (case_id, name) do nothing

-- name: overdue
select c.id as case_id, c.process, c.version_id, c.object_type, c.object_id, c.started_at, m.name, m.due_at
from standards_milestone m join standards_case c on c.id = m.case_id
where m.store_id = :store_id and m.reached_at is null and m.missed_at is null
  and m.due_at is not null and m.due_at < :now and c.ended_at is null
order by m.due_at
limit 100

-- name: mark_missed
update standards_milestone set missed_at = :now
where case_id = :case_id and name = :name and store_id = :store_id

-- name: late_now
select c.id as case_id, c.process, c.version_id, c.object_type, c.object_id, m.name, m.due_at
from standards_milestone m join standards_case c on c.id = m.case_id
where m.store_id = :store_id and m.reached_at is null and m.missed_at is not null and c.ended_at is null
order by m.due_at desc
limit 100

-- name: milestone_due
select m.due_at
from standards_case c join standards_milestone m on m.case_id = c.id
where c.store_id = :store_id and c.process = :process and c.object_type = :object_type
    and c.object_id = :object_id
  and m.store_id = :store_id and m.name = :milestone

-- name: insert_deviation
insert into standards_deviation (store_id, case_id, milestone, kind, process, case_started_at, at, by_s,
    on_miss, user_id, actor_name)
values (:store_id, :case_id, :milestone, :kind, :process, :case_started_at, :at, :by_s, :on_miss, :user_id,
    :actor_name)
on conflict (store_id, case_id, milestone, kind) do update set
    at = excluded.at, by_s = excluded.by_s, user_id = excluded.user_id, actor_name = excluded.actor_name

-- name: forget_lateness
-- What never came at all is missing, and not late besides.
delete from standards_deviation
where store_id = :store_id and case_id = :case_id and milestone = :milestone and kind = 'too_late'

-- name: version_in_force
select v.id, v.process, v.number, v.valid_from, v.body
from standards_version v
where v.store_id = :store_id and v.process = :process and v.valid_from <= :now
order by v.number desc
limit 1

-- name: version_by_number
select id, process, number, valid_from, body
from standards_version
where store_id = :store_id and process = :process and number = :number

-- name: latest_version
select id, process, number, valid_from, body
from standards_version
where store_id = :store_id and process = :process
order by number desc
limit 1

-- name: every_case
select c.id, c.process, v.number as version_number, c.object_type, c.object_id, c.title, c.started_at,
    c.ended_at
from standards_case c join standards_version v on v.id = c.version_id
where c.store_id = :store_id
  and c.process = :process --? process
order by c.started_at, c.id
