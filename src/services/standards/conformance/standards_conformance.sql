-- name: reached_in_period
-- When the cases of a period reached what they reached.
select m.case_id, m.name, m.reached_at
from standards_case c join standards_milestone m on m.case_id = c.id
where c.store_id = :store_id and c.process = :process
  and c.started_at >= :from_at and c.started_at < :until_at and m.reached_at is not null
order by m.case_id
limit 60000

-- name: standing_at
-- Open cases by the milestone they reached last.
select m.name, count(*) as cases
from standards_case c join standards_milestone m on m.case_id = c.id
where c.store_id = :store_id and c.process = :process and c.ended_at is null and m.reached_at is not null
  and not exists (select 1 from standards_milestone n
                  where n.case_id = c.id and n.reached_at is not null
                    and (n.reached_at, n.event_id, n.name) > (m.reached_at, m.event_id, m.name))
group by m.name

-- name: late_at
select m.name, count(*) as cases
from standards_case c join standards_milestone m on m.case_id = c.id
where c.store_id = :store_id and c.process = :process and c.ended_at is null and m.reached_at is null
  and m.due_at is not null and m.due_at < :now
group by m.name

-- name: cases_standing_at
select c.id, c.object_type, c.object_id, c.title, c.started_at, m.reached_at as since, m.actor_name
from standards_case c join standards_milestone m on m.case_id = c.id
where c.store_id = :store_id and c.process = :process and c.ended_at is null and m.name = :milestone
  and m.reached_at is not null
  and not exists (select 1 from standards_milestone n
                  where n.case_id = c.id and n.reached_at is not null
                    and (n.reached_at, n.event_id, n.name) > (m.reached_at, m.event_id, m.name))
order by m.reached_at
limit 100

-- name: cases_late_at
select c.id, c.object_type, c.object_id, c.title, c.started_at, m.due_at as since, m.actor_name
from standards_case c join standards_milestone m on m.case_id = c.id
where c.store_id = :store_id and c.process = :process and c.ended_at is null and m.name = :milestone
  and m.reached_at is null and m.due_at is not null and m.due_at < :now
order by m.due_at
limit 100

-- name: cases_by_version_in_period
select c.process, v.number, count(*) as cases,
    cast(sum(case when c.ended_at is not null then 1 else 0 end) as bigint) as ended,
    cast(sum(case when exists (select 1 from standards_deviation d
                               where d.store_id = c.store_id and d.case_id = c.id) then 1
                                   else 0 end) as bigint)
        as deviating
from standards_case c join standards_version v on v.id = c.version_id
where c.store_id = :store_id and c.started_at >= :from_at and c.started_at < :until_at
  and c.process = :process --? process
group by c.process, v.number
order by c.process, v.number

-- name: cases_by_day
select (c.started_at + 28800000) / 86400000 as day, count(*) as cases,
    cast(sum(case when exists (select 1 from standards_deviation d
                               where d.store_id = c.store_id and d.case_id = c.id) then 1
                                   else 0 end) as bigint)
        as deviating
from standards_case c
where c.store_id = :store_id and c.started_at >= :from_at and c.started_at < :until_at
  and c.process = :process --? process
group by (c.started_at + 28800000) / 86400000
order by day

-- name: deviations_by_milestone
select d.process, d.milestone, d.kind, count(*) as times
from standards_deviation d
where d.store_id = :store_id and d.case_started_at >= :from_at and d.case_started_at < :until_at
  and d.process = :process --? process
  and d.user_id = :user_id --? user_id
group by d.process, d.milestone, d.kind

-- name: reached_by_milestone
select c.process, m.name as milestone, count(*) as times
from standards_case c join standards_milestone m on m.case_id = c.id
where c.store_id = :store_id and c.started_at >= :from_at and c.started_at < :until_at
    and m.reached_at is not null
  and c.process = :process --? process
  and m.user_id = :user_id --? user_id
group by c.process, m.name

-- name: deviations_by_person
select d.user_id, max(d.actor_name) as name, d.kind, count(*) as times
from standards_deviation d
where d.store_id = :store_id and d.case_started_at >= :from_at and d.case_started_at < :until_at
    and d.user_id <> 0
  and d.process = :process --? process
group by d.user_id, d.kind

-- name: steps_by_person
select m.user_id, max(m.actor_name) as name, count(*) as steps,
    cast(sum(case when m.verdict = 'on_time' then 1 else 0 end) as bigint) as kept
from standards_case c join standards_milestone m on m.case_id = c.id
where c.store_id = :store_id and c.started_at >= :from_at and c.started_at < :until_at
    and m.reached_at is not null
  and m.user_id <> 0
  and c.process = :process --? process
group by m.user_id

-- name: deviating_cases
select c.id, c.process, v.number, c.object_type, c.object_id, c.title, c.started_at, c.ended_at
from standards_case c join standards_version v on v.id = c.version_id
where c.store_id = :store_id and c.started_at >= :from_at and c.started_at < :until_at
  and c.process = :process --? process
  and exists (select 1 from standards_deviation d
              where d.store_id = c.store_id and d.case_id = c.id
                and d.kind = :kind --? kind
                and d.milestone = :milestone --? milestone
                and d.user_id = :user_id --? user_id
             )
  and (c.started_at, c.id) < (:after_value, :after_id) --? after_started_at_desc
  and (c.started_at, c.id) > (:after_value, :after_id) --? after_started_at_asc
order by c.started_at desc, c.id desc --? sort_started_at_desc
order by c.started_at, c.id --? sort_started_at_asc
limit :limit

-- name: deviations_of_case
select milestone, kind, at, by_s, on_miss, user_id, actor_name
from standards_deviation
where store_id = :store_id and case_id = :case_id
order by at, milestone

-- name: case_by_id
select c.id, c.process, v.number, c.object_type, c.object_id, c.title, c.started_at, c.ended_at
from standards_case c join standards_version v on v.id = c.version_id
where c.store_id = :store_id and c.id = :id

-- name: cases_by_time
-- Cases that took so long between two milestones.
select c.id, c.object_type, c.object_id, c.title, c.started_at, m.reached_at as since, m.actor_name
from standards_case c
join standards_milestone m on m.case_id = c.id
join standards_milestone a on a.case_id = c.id
where c.store_id = :store_id and c.process = :process and c.started_at >= :from_at
    and c.started_at < :until_at
  and m.name = :milestone and a.name = :start
  and m.reached_at - a.reached_at >= :at_least_ms
  and m.reached_at - a.reached_at < :under_ms --? under_ms
order by c.started_at desc
limit 100
