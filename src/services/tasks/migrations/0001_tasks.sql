create table tasks_task (
    id bigint not null primary key,
    store_id bigint not null,
    title_key text not null check (title_key <> ''),
    title_params text not null,
    user_id bigint,
    role text,
    due_at bigint not null,
    object_type text not null,
    object_id bigint not null,
    customer_id bigint not null,
    link text not null,
    process text not null,
    milestone text not null,
    created_at bigint not null,
    closed_at bigint,
    closed_by bigint,
    closed_by_name text,
    version bigint not null default 1,
    check (user_id is not null or role is not null),
    check ((closed_at is null) = (closed_by is null))
);
-- What a person or role has open, the most urgent first.
create index tasks_task_of_user on tasks_task (store_id, user_id, due_at, id)
    where closed_at is null and user_id is not null;
create index tasks_task_of_role on tasks_task (store_id, role, due_at, id)
    where closed_at is null and user_id is null;
create index tasks_task_of_object on tasks_task (store_id, object_type, object_id) where closed_at is null;

create table tasks_alert (
    id bigint not null primary key,
    store_id bigint not null,
    title_key text not null check (title_key <> ''),
    title_params text not null,
    user_id bigint,
    role text,
    level text not null check (level in ('info', 'warning', 'urgent')),
    link text not null,
    object_type text not null,
    object_id bigint not null,
    raised_at bigint not null,
    check (user_id is not null or role is not null)
);
create index tasks_alert_of_user on tasks_alert (store_id, user_id, raised_at) where user_id is not null;
create index tasks_alert_of_role on tasks_alert (store_id, role, raised_at) where user_id is null;

-- An alert to a role is read by each of its people for themselves.
create table tasks_alert_read (
    store_id bigint not null,
    alert_id bigint not null references tasks_alert (id),
    user_id bigint not null,
    read_at bigint not null,
    primary key (store_id, alert_id, user_id)
);
