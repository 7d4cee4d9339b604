-- What can be found, and what a hit shows. `id` grows with time, so that newer records are found first.
create table search_object (
    id bigint not null primary key,
    store_id bigint not null,
    object_type text not null,
    object_id bigint not null,
    title text not null,
    subtitle text not null,
    link text not null,
    terms text not null
);
create unique index search_object_of_record on search_object (store_id, object_type, object_id);

-- One row for each term of each object (`object_key` is search_object.id; a foreign key would look it up
-- twenty times for every record that is written). The key is the whole row.
create table search_term (
    store_id bigint not null,
    term text not null,
    object_key bigint not null,
    primary key (store_id, term, object_key)
); --? keyed
