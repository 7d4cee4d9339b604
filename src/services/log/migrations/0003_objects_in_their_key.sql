-- Nothing but its key, and the table with the most rows: on SQLite it was kept twice, as rows and as their key.
create table log_object_by_key (
    store_id bigint not null,
    object_type text not null,
    object_id bigint not null,
    event_id bigint not null,
    primary key (store_id, object_type, object_id, event_id)
); --? keyed
insert into log_object_by_key (store_id, object_type, object_id, event_id)
select store_id, object_type, object_id, event_id from log_event_object
order by store_id, object_type, object_id, event_id;
drop table log_event_object;
alter table log_object_by_key rename to log_event_object;
