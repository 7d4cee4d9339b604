-- name: insert_chat
insert into consultation_chat (id, store_id, token_hash, state, customer_id, opened_at, lines)
values (:id, :store_id, :token_hash, :state, :customer_id, :opened_at, 0)

-- name: find_chat
select id, state, customer_id, question_id, opened_at, lines, version
from consultation_chat
where store_id = :store_id
  and token_hash = :token_hash --? token_hash
  and id = :id --? id

-- name: update_chat
update consultation_chat
set state = :state, question_id = :question_id, lines = :lines, version = version + 1
where id = :id and store_id = :store_id and version = :version
