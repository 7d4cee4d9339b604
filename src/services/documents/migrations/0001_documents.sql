-- Rows are written once and never changed. The file lies under its hash, outside the database.
create table documents_document (
    id bigint not null primary key,
    store_id bigint not null,
    kind text not null check (kind <> ''),
    object_type text not null,
    object_id bigint not null,
    customer_id bigint not null,
    number text not null,
    title text not null,
    file_hash text not null,
    bytes bigint not null check (bytes > 0),
    sealed bigint not null check (sealed in (0, 1)),
    created_at bigint not null,
    created_by bigint not null,
    created_by_name text not null
);
create index documents_document_of_object on documents_document (store_id, object_type, object_id,
    created_at);
create index documents_document_in_time on documents_document (store_id, created_at, id);
create index documents_document_of_customer on documents_document (store_id, customer_id, created_at, id);
create index documents_document_number on documents_document (store_id, number);
