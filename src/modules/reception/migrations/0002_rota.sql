-- Who is to be on the floor on which day, in the order of the rotation.
create table reception_shift (
    id bigint not null primary key,
    store_id bigint not null,
    on_date text not null,
    user_id bigint not null,
    kind text not null check (kind in ('whole', 'early', 'late', 'off')),
    position bigint not null
);
create unique index reception_shift_of_day on reception_shift (store_id, on_date, user_id);
-- Who knows which series by heart.
create table reception_knowledge (
    store_id bigint not null,
    series text not null,
    user_id bigint not null,
    primary key (store_id, series, user_id)
); --? keyed
-- A look at a person's appearance and manners during the day, by somebody else.
create table reception_check (
    id bigint not null primary key,
    store_id bigint not null,
    user_id bigint not null,
    on_date text not null,
    checked_at bigint not null,
    checked_by text not null,
    checklist_id bigint not null,
    faults bigint not null,
    note text not null
);
create index reception_check_of_day on reception_check (store_id, on_date, user_id);
-- What the visitor wants to see, and whether the consultant was chosen for knowing it.
alter table reception_visit add column series text not null default '';
alter table reception_visit add column knows_series bigint not null default 0 check (knows_series in (0, 1));
