-- name: find_factor
select user_id, seed_sealed, begun_at, confirmed_at, last_step
from access_second_factor where user_id = :user_id

-- A set-up that was never confirmed begins anew.
-- name: begin_factor
insert into access_second_factor (user_id, seed_sealed, begun_at, last_step)
values (:user_id, :seed_sealed, :now, 0)
on conflict (user_id) do update
set seed_sealed = excluded.seed_sealed, begun_at = excluded.begun_at, confirmed_at = null, last_step = 0

-- name: confirm_factor
update access_second_factor set confirmed_at = :now, last_step = :step where user_id = :user_id

-- name: use_factor
update access_second_factor set last_step = :step where user_id = :user_id and last_step < :step

-- name: drop_factor
delete from access_second_factor where user_id = :user_id and confirmed_at is not null

-- name: factors_of_store
select distinct u.id as user_id, u.name, u.login, f.confirmed_at
from access_user u
join access_user_role r on r.user_id = u.id and r.store_id = :store_id
left join access_second_factor f on f.user_id = u.id
where u.disabled_at is null
order by u.id

-- name: factors_of_old_key
select user_id, seed_sealed as sealed
from access_second_factor
where substr(seed_sealed, 1, 6) <> :head
order by user_id
limit :limit

-- name: reseal_factor
update access_second_factor set seed_sealed = :sealed where user_id = :user_id
