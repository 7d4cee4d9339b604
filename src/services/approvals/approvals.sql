-- name: insert_approval
insert into approvals_approval (id, store_id, kind, object_type, object_id, amount, reason, decider, link,
    summary, requested_by, requested_by_name, requested_at)
values (:id, :store_id, :kind, :object_type, :object_id, :amount, :reason, :decider, :link, :summary,
    :requested_by, :requested_by_name, :requested_at)

-- name: find_approval
select id, kind, object_type, object_id, amount, decider, link, summary, requested_by, decided_at,
    withdrawn_at, version
from approvals_approval
where id = :id and store_id = :store_id

-- name: decide_approval
update approvals_approval
set granted = :granted, decided_at = :decided_at, decided_by = :decided_by,
    decided_by_name = :decided_by_name, note = :note, version = version + 1
where id = :id and store_id = :store_id and version = :version

-- name: withdraw_approvals
update approvals_approval
set withdrawn_at = :withdrawn_at, withdrawn_by = :withdrawn_by, version = version + 1
where store_id = :store_id and object_type = :object_type and object_id = :object_id and kind = :kind
  and decided_at is null and withdrawn_at is null

-- name: count_waiting
select count(*)
from approvals_approval
where store_id = :store_id and object_type = :object_type and object_id = :object_id and kind = :kind
  and decided_at is null and withdrawn_at is null

-- name: waiting_for_role
select id, kind, object_type, object_id, amount, reason, decider, link, summary, requested_by,
    requested_by_name, requested_at
from approvals_approval
where store_id = :store_id and decider = :decider and decided_at is null and withdrawn_at is null
order by requested_at, id
limit 200

-- name: approvals_of_object
select id, kind, amount, reason, decider, summary, requested_by_name, requested_at, granted, decided_at,
    decided_by_name, note, withdrawn_at
from approvals_approval
where store_id = :store_id and object_type = :object_type and object_id = :object_id
order by requested_at desc, id desc
