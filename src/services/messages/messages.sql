-- name: insert_message
insert into messages_message (id, store_id, channel, customer_id, recipient, recipient_hint, template_key,
    params, subject, content, object_type, object_id, created_at, created_by_name, next_attempt_at, sent_at)
values (:id, :store_id, :channel, :customer_id, :recipient, :recipient_hint, :template_key, :params,
    :subject, :content, :object_type, :object_id, :created_at, :created_by_name, :next_attempt_at, :sent_at)

-- name: due_messages
select id, channel, recipient, template_key, params, subject, content, created_at
from messages_message
where store_id = :store_id and channel = :channel and next_attempt_at <= :now
order by next_attempt_at
limit :limit

-- name: lease_message
update messages_message
set next_attempt_at = :until_at
where id = :id and store_id = :store_id and next_attempt_at is not null

-- name: find_attempted
select id, channel, customer_id, object_type, object_id, template_key, recipient_hint, attempts,
    next_attempt_at
from messages_message
where id = :id and store_id = :store_id

-- name: update_after_attempt
update messages_message
set attempts = :attempts, next_attempt_at = :next_attempt_at, sent_at = :sent_at, given_up_at = :given_up_at,
    last_error = :last_error
where id = :id and store_id = :store_id and next_attempt_at is not null

-- name: list_messages
select id, channel, customer_id, recipient_hint, template_key, subject, content, created_at, created_by_name,
    attempts, next_attempt_at, sent_at, given_up_at, last_error
from messages_message
where store_id = :store_id
  and channel = :channel --? channel
  and customer_id = :customer_id --? customer_id
  and next_attempt_at is not null --? state_waiting
  and sent_at is not null --? state_sent
  and given_up_at is not null --? state_given_up
  and (created_at, id) < (:after_value, :after_id) --? after_created_at_desc
  and (created_at, id) > (:after_value, :after_id) --? after_created_at_asc
order by created_at desc, id desc --? sort_created_at_desc
order by created_at, id --? sort_created_at_asc
limit :limit

-- name: messages_of_customer
select id, channel, subject, content, object_type, object_id, created_at
from messages_message
where store_id = :store_id and customer_id = :customer_id
order by created_at desc, id desc
limit 50

-- name: messages_of_old_key
select id, recipient as sealed
from messages_message
where store_id = :store_id and recipient <> '' and substr(recipient, 1, 6) <> :head
order by id
limit :limit

-- name: reseal_message
update messages_message set recipient = :sealed where id = :id and store_id = :store_id
