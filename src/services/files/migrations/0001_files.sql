-- Which store has which file; the bytes lie outside the database under their hash.
create table files_upload (
    store_id bigint not null,
    hash text not null,
    content_type text not null,
    bytes bigint not null check (bytes > 0),
    width_px bigint not null,
    height_px bigint not null,
    uploaded_at bigint not null,
    uploaded_by bigint not null,
    uploaded_by_name text not null,
    primary key (store_id, hash)
);
