-- name: teams
select id, name, leader_id, version from people_team where store_id = :store_id and ended_at is null
    order by id

-- name: find_team
select id, name, leader_id, version
from people_team
where store_id = :store_id and id = :id and ended_at is null

-- name: insert_team
insert into people_team (id, store_id, name, leader_id) values (:id, :store_id, :name, :leader_id)

-- name: update_team
update people_team
set name = :name, leader_id = :leader_id, ended_at = :ended_at, version = version + 1
where store_id = :store_id and id = :id and version = :version

-- name: members
select user_id, team_id from people_team_member where store_id = :store_id order by user_id

-- name: drop_members
delete from people_team_member where store_id = :store_id and team_id = :team_id

-- name: set_member
insert into people_team_member (store_id, user_id, team_id, since)
values (:store_id, :user_id, :team_id, :since)
on conflict (store_id, user_id) do update set team_id = excluded.team_id, since = excluded.since

-- name: find_target
select id, month, scope, scope_id, model_id, measure, amount, version
from people_target
where store_id = :store_id and month = :month and scope = :scope and scope_id = :scope_id
  and model_id = :model_id and measure = :measure

-- name: targets_of_month
select id, month, scope, scope_id, model_id, measure, amount, version
from people_target
where store_id = :store_id and month = :month
order by measure, scope, scope_id, model_id

-- name: insert_target
insert into people_target (id, store_id, month, scope, scope_id, model_id, measure, amount)
values (:id, :store_id, :month, :scope, :scope_id, :model_id, :measure, :amount)

-- name: update_target
update people_target
set amount = :amount, version = version + 1
where store_id = :store_id and id = :id and version = :version

-- name: insert_change
insert into people_target_change (id, store_id, target_id, month, old_amount, new_amount, how, reason,
    changed_by, changed_at)
values (:id, :store_id, :target_id, :month, :old_amount, :new_amount, :how, :reason, :changed_by, :changed_at)

-- name: changes_of_month
select c.id, t.scope, t.scope_id, t.model_id, t.measure, c.old_amount, c.new_amount, c.how, c.reason,
    c.changed_by, c.changed_at
from people_target_change c join people_target t on t.id = c.target_id and t.store_id = c.store_id
where c.store_id = :store_id and c.month = :month
order by c.changed_at desc, c.id desc
limit 200

