-- name: insert_task
insert into tasks_task (id, store_id, title_key, title_params, user_id, role, due_at, object_type, object_id,
    customer_id, link, process, milestone, created_at)
values (:id, :store_id, :title_key, :title_params, :user_id, :role, :due_at, :object_type, :object_id,
    :customer_id, :link, :process, :milestone, :created_at)

-- name: find_task
select id, user_id, role, object_type, object_id, customer_id, title_key, title_params, closed_at, version
from tasks_task
where id = :id and store_id = :store_id

-- name: close_task
update tasks_task
set closed_at = :closed_at, closed_by = :closed_by, closed_by_name = :closed_by_name, version = version + 1
where id = :id and store_id = :store_id and closed_at is null and version = :version

-- name: close_tasks_of_object
update tasks_task
set closed_at = :closed_at, closed_by = :closed_by, closed_by_name = :closed_by_name, version = version + 1
where store_id = :store_id and object_type = :object_type and object_id = :object_id and closed_at is null
  and title_key = :title_key --? title_key

-- name: open_tasks_of_user
select id, title_key, title_params, due_at, case when due_at < :now then 1 else 0 end as late, object_type,
    object_id, link, process, milestone, role
from tasks_task
where store_id = :store_id and user_id = :user_id and closed_at is null
order by due_at, id
limit :limit

-- name: open_tasks_of_role
select id, title_key, title_params, due_at, case when due_at < :now then 1 else 0 end as late, object_type,
    object_id, link, process, milestone, role
from tasks_task
where store_id = :store_id and user_id is null and role = :role and closed_at is null
order by due_at, id
limit :limit

-- name: insert_alert
insert into tasks_alert (id, store_id, title_key, title_params, user_id, role, level, link, object_type,
    object_id, raised_at)
values (:id, :store_id, :title_key, :title_params, :user_id, :role, :level, :link, :object_type, :object_id,
    :raised_at)

-- name: find_alert
select id, user_id, role
from tasks_alert
where id = :id and store_id = :store_id

-- name: insert_alert_read
insert into tasks_alert_read (store_id, alert_id, user_id, read_at)
values (:store_id, :alert_id, :user_id, :read_at)
on conflict (store_id, alert_id, user_id) do nothing

-- name: unread_alerts_of_user
select a.id, a.title_key, a.title_params, a.level, a.link, a.object_type, a.object_id, a.raised_at
from tasks_alert a
where a.store_id = :store_id and a.user_id = :user_id and a.raised_at > :since
  and not exists (select 1 from tasks_alert_read r
      where r.store_id = a.store_id and r.alert_id = a.id and r.user_id = :user_id)
order by a.raised_at desc
limit :limit

-- name: unread_alerts_of_role
select a.id, a.title_key, a.title_params, a.level, a.link, a.object_type, a.object_id, a.raised_at
from tasks_alert a
where a.store_id = :store_id and a.user_id is null and a.role = :role and a.raised_at > :since
  and not exists (select 1 from tasks_alert_read r
      where r.store_id = a.store_id and r.alert_id = a.id and r.user_id = :user_id)
order by a.raised_at desc
limit :limit
