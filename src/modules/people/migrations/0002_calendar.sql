-- Days that are not as the week says: a store is open every day unless it stands here.
create table people_opening_day (
    store_id bigint not null,
    day text not null,
    is_open bigint not null check (is_open in (0, 1)),
    reason text not null,
    set_by text not null,
    set_at bigint not null,
    primary key (store_id, day)
);
