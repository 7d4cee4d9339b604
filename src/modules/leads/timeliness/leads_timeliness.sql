-- name: unanswered
select id, number, customer_id, consultant_id
from leads_lead
where store_id = :store_id and state = 'open' and first_contact_at is null and response_missed_at is null
  and respond_by < :now
order by respond_by, id
limit 200

-- Not a change anybody else could collide with, so the version stays.
-- name: mark_response_missed
update leads_lead set response_missed_at = :now
where store_id = :store_id and id = :id

-- name: overdue_contacts
select id, number, customer_id, consultant_id
from leads_lead
where store_id = :store_id and state = 'open' and escalated_at is null and next_contact_at < :before
order by next_contact_at, id
limit 500

-- name: mark_escalated
update leads_lead set escalated_at = :now, times_late = times_late + 1
where store_id = :store_id and id = :id

-- name: overdue_by_consultant
select consultant_id, count(*) as open,
    cast(sum(case when next_contact_at < :now then 1 else 0 end) as bigint) as overdue,
    cast(sum(case when escalated_at is not null and next_contact_at < :now then 1
    else 0 end) as bigint) as escalated,
        min(case when next_contact_at < :now then next_contact_at end) as oldest_due_at
from leads_lead
where store_id = :store_id and state = 'open'
  and consultant_id = :consultant_id --? consultant_id
group by consultant_id
order by consultant_id

-- name: contacts_by_person
select user_id, count(*) as contacts, cast(sum(late) as bigint) as late
from leads_contact
where store_id = :store_id and done_at >= :since
group by user_id
order by user_id

-- Grouped by whole minutes until the answer, so that the steps are put together outside.
-- name: response_minutes
select (first_contact_at - opened_at) / 60000 as minutes_taken, count(*) as leads
from leads_lead
where store_id = :store_id and respond_by is not null and opened_at >= :from_at and opened_at < :before
  and first_contact_at is not null
  and consultant_id = :consultant_id --? consultant_id
group by (first_contact_at - opened_at) / 60000
order by minutes_taken

-- name: responses_by_consultant
select consultant_id, count(*) as leads,
    cast(sum(case when first_contact_at <= respond_by then 1 else 0 end) as bigint) as in_time,
    cast(sum(case when first_contact_at > respond_by then 1 else 0 end) as bigint) as too_late,
    cast(sum(case when first_contact_at is null and respond_by >= :now then 1
    else 0 end) as bigint) as waiting,
        cast(sum(case when first_contact_at is null and respond_by < :now then 1
            else 0 end) as bigint) as missed
from leads_lead
where store_id = :store_id and respond_by is not null and opened_at >= :from_at and opened_at < :before
  and consultant_id = :consultant_id --? consultant_id
group by consultant_id
order by consultant_id
