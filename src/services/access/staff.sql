-- name: staff_of_store
select u.id as user_id, u.name, u.login, r.role, u.locked_until, u.disabled_at as stopped_at
from access_user_role r
join access_user u on u.id = r.user_id
where r.store_id = :store_id
order by u.id, r.role

-- name: last_seen_of_store
select s.user_id, max(s.last_seen_at) as last_seen_at
from access_session s
where s.store_id = :store_id and s.user_id is not null
group by s.user_id

-- name: live_sessions_of
select created_at, last_seen_at
from access_session
where user_id = :user_id and ended_at is null and ends_at > :now and last_seen_at > :silent_since
order by last_seen_at desc, token_hash
limit 100

-- name: drop_roles
delete from access_user_role where store_id = :store_id and user_id = :user_id

-- name: stop_user
update access_user set disabled_at = :stopped_at, version = version + 1 where id = :user_id

-- name: end_sessions
update access_session set ended_at = :now
where user_id = :user_id and ended_at is null and token_hash <> :but_session
