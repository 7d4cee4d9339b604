-- name: insert_code
insert into access_recovery_code (user_id, code_hash, made_at) values (:user_id, :code_hash, :now)

-- name: use_code
update access_recovery_code set used_at = :now
where user_id = :user_id and code_hash = :code_hash and used_at is null

-- name: drop_codes
delete from access_recovery_code where user_id = :user_id

-- name: count_codes
select count(*) as made, count(*) - count(used_at) as unused
from access_recovery_code where user_id = :user_id
