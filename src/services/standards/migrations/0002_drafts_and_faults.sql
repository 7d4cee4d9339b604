-- A version in the making: one of each process, kept until it is published or thrown away.
create table standards_draft (
    store_id bigint not null,
    process text not null,
    id bigint not null,
    base_number bigint not null,
    body text not null,
    begun_at bigint not null,
    begun_by text not null,
    changed_at bigint not null,
    changed_by text not null,
    version bigint not null default 1,
    primary key (store_id, process)
);

-- How a case departed from its standard, written when it happens, so that any period can be asked in one go.
create table standards_deviation (
    store_id bigint not null,
    case_id bigint not null references standards_case (id),
    milestone text not null,
    kind text not null check (kind in ('missing', 'out_of_order', 'wrong_role', 'without_evidence', 'too_early',
                                       'too_late')),
    process text not null,
    case_started_at bigint not null,
    at bigint not null,
    by_s bigint not null,
    on_miss text not null,
    user_id bigint not null,
    actor_name text not null,
    primary key (store_id, case_id, milestone, kind)
);
create index standards_deviation_of_period on standards_deviation (store_id, process, case_started_at);
create index standards_deviation_of_person on standards_deviation (store_id, user_id, case_started_at);

alter table standards_case add column title text not null default '';
alter table standards_case add column completed bigint not null default 0;
alter table standards_milestone add column user_id bigint not null default 0;
create index standards_case_of_period on standards_case (store_id, process, started_at);
create index standards_case_open on standards_case (store_id, process) where ended_at is null;

-- What was judged before deviations were kept: the one fault that stands with the milestone.
insert into standards_deviation (store_id, case_id, milestone, kind, process, case_started_at, at, by_s, on_miss,
    user_id, actor_name)
select m.store_id, m.case_id, m.name, m.verdict, c.process, c.started_at, m.reached_at, 0, 'measure', 0,
    m.actor_name
from standards_milestone m join standards_case c on c.id = m.case_id
where m.reached_at is not null and m.verdict in ('out_of_order', 'wrong_role', 'without_evidence', 'too_early',
                                                 'too_late');
