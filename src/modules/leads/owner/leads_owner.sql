-- name: insert_owner
insert into leads_owner (id, store_id, lead_id, user_id, since, because, reason, given_by)
values (:id, :store_id, :lead_id, :user_id, :since, :because, :reason, :given_by)

-- name: owners_of_lead
select id, user_id, since, because, reason, given_by
from leads_owner
where store_id = :store_id and lead_id = :lead_id
order by since desc, id desc

-- name: last_given
select max(since) as last_given_at
from leads_owner
where store_id = :store_id and user_id = :user_id

-- name: open_leads_of
select count(*) as open_leads
from leads_lead
where store_id = :store_id and consultant_id = :user_id and state = 'open'

-- name: move_owners
update leads_owner set lead_id = :into_id
where store_id = :store_id and lead_id = :from_id
