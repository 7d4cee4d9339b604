create table numbering_counter (
    store_id bigint not null,
    prefix text not null,
    day text not null,
    last bigint not null check (last > 0),
    primary key (store_id, prefix, day)
);
