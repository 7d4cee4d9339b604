-- Which list a model is inspected by, since when; '' is the one for its kind of drive. Nothing is
-- overwritten: a delivery keeps the list that held when it began.
create table delivery_inspection_list (
    id bigint not null primary key,
    store_id bigint not null,
    model_id bigint not null references vehicles_model (id),
    checklist text not null,
    set_at bigint not null,
    set_by_name text not null
);
create index delivery_inspection_list_of_model on delivery_inspection_list (store_id, model_id, set_at);

-- The repair order that mends the fault, and its line.
alter table delivery_fault add column order_id bigint references workshop_order (id);
alter table delivery_fault add column line_id bigint references workshop_line (id);
alter table delivery_fault add column mended_in_workshop bigint not null default 0;
create index delivery_fault_of_order on delivery_fault (store_id, order_id) where order_id is not null;
