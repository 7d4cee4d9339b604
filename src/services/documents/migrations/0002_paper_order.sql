-- Papers that an action has ordered and that are not drawn yet. `facts` is all that stands on the paper, sealed under
-- the key of the row. The row goes when the document comes, in one transaction and under the same key.
create table documents_paper_order (
    id bigint not null primary key,
    store_id bigint not null,
    kind text not null,
    object_type text not null,
    object_id bigint not null,
    customer_id bigint not null,
    number text not null,
    title text not null,
    sealed bigint not null check (sealed in (0, 1)),
    facts text not null,
    ordered_at bigint not null,
    ordered_by bigint not null,
    ordered_by_name text not null,
    attempts bigint not null,
    next_attempt_at bigint not null,
    last_error text not null
);
create index documents_paper_order_of_object on documents_paper_order (store_id, object_type, object_id);
