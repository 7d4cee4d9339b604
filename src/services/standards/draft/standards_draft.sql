-- name: find_draft
select id, process, base_number, body, begun_at, begun_by, changed_at, changed_by, version
from standards_draft
where store_id = :store_id and process = :process

-- name: insert_draft
insert into standards_draft (store_id, process, id, base_number, body, begun_at, begun_by, changed_at,
    changed_by)
values (:store_id, :process, :id, :base_number, :body, :now, :by, :now, :by)

-- name: update_draft
update standards_draft
set body = :body, changed_at = :now, changed_by = :by, version = version + 1
where store_id = :store_id and process = :process and version = :version

-- name: delete_draft
delete from standards_draft
where store_id = :store_id and process = :process and version = :version

-- name: drafts
select id, process, base_number, body, begun_at, begun_by, changed_at, changed_by, version
from standards_draft
where store_id = :store_id

-- name: events_of_records
-- Which events have been about this kind of record, out of the newest.
select distinct e.name
from (select store_id, event_id from log_event_object
      where store_id = :store_id and object_type = :object_type
      order by object_id desc limit 3000) o
join log_event e on e.id = o.event_id and e.store_id = o.store_id
order by e.name

-- name: open_cases_by_process
select c.process, count(*) as open
from standards_case c
where c.store_id = :store_id and c.ended_at is null
group by c.process

-- name: late_cases_by_process
select c.process, count(distinct c.id) as late
from standards_milestone m join standards_case c on c.id = m.case_id
where m.store_id = :store_id and m.reached_at is null and m.due_at is not null and m.due_at < :now
  and c.ended_at is null
group by c.process

-- name: cases_by_version
select v.number, count(*) as cases
from standards_case c join standards_version v on v.id = c.version_id
where c.store_id = :store_id and c.process = :process
group by v.number
