-- name: find_head
select store_id, seq, hash from log_head where store_id = :store_id

-- name: insert_head
insert into log_head (store_id, seq, hash) values (:store_id, :seq, :hash)

-- name: advance_head
update log_head set seq = :seq, hash = :hash where store_id = :store_id and seq = :before

-- name: insert_event
insert into log_event (id, store_id, seq, at, name, user_id, actor_name, objects, data, hash)
values (:id, :store_id, :seq, :at, :name, :user_id, :actor_name, :objects, :data, :hash)

-- name: insert_event_object
insert into log_event_object (store_id, object_type, object_id, event_id)
values (:store_id, :object_type, :object_id, :event_id)
on conflict do nothing

-- name: events_since
-- The log in its own order, for the API and for exports.
select id, store_id, seq, at, name, user_id, actor_name, objects, data, hash
from log_event
where store_id = :store_id and seq > :after
order by seq
limit :limit

-- name: events_about
select e.id, e.store_id, e.seq, e.at, e.name, e.user_id, e.actor_name, e.objects, e.data, e.hash
from log_event_object o
join log_event e on e.id = o.event_id
where o.store_id = :store_id and o.object_type = :object_type and o.object_id = :object_id
order by e.seq

-- name: timeline
select e.id, e.at, e.name, e.actor_name, e.objects, e.data
from log_event_object o
join log_event e on e.id = o.event_id
where o.store_id = :store_id and o.object_type = :object_type and o.object_id = :object_id
  and o.event_id < :after_id                  --? after_id
order by o.event_id desc
limit :limit

-- name: find_answer
select action, fingerprint, answer from log_idempotency
where store_id = :store_id and caller = :caller and idempotency_key = :idempotency_key

-- name: insert_answer
insert into log_idempotency (store_id, caller, idempotency_key, action, fingerprint, answer, at)
values (:store_id, :caller, :idempotency_key, :action, :fingerprint, :answer, :at)

-- name: reserve_ids
insert into log_id_block (name, next) values ('record', cast(:first as bigint) + cast(:count as bigint))
on conflict (name) do update set next = log_id_block.next + cast(:count as bigint)
returning next

-- name: every_store
select store_id from log_head order by store_id

-- name: every_head
select store_id, seq, hash from log_head order by store_id

-- name: hash_at
select hash from log_event where store_id = :store_id and seq = :seq
