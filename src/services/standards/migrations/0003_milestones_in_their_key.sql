-- Found by the case: on SQLite they are kept in their key, those of a case on one page.
create table standards_milestone_by_key (
    case_id bigint not null references standards_case (id),
    name text not null,
    store_id bigint not null,
    not_before bigint,
    due_at bigint,
    reached_at bigint,
    event_id bigint,
    actor_name text not null default '',
    verdict text not null default '',
    missed_at bigint,
    times bigint not null default 0,
    user_id bigint not null default 0,
    primary key (case_id, name)
); --? keyed
insert into standards_milestone_by_key (case_id, name, store_id, not_before, due_at, reached_at, event_id,
                                        actor_name, verdict, missed_at, times, user_id)
select case_id, name, store_id, not_before, due_at, reached_at, event_id, actor_name, verdict, missed_at, times,
       user_id
from standards_milestone order by case_id, name;
drop table standards_milestone;
alter table standards_milestone_by_key rename to standards_milestone;
create index standards_milestone_due on standards_milestone (store_id, due_at)
    where reached_at is null and missed_at is null and due_at is not null;
