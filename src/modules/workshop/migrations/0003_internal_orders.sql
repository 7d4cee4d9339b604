-- The record of another module for which the store itself ordered the work: what an inspection before
-- delivery found. Such an order concerns no customer.
alter table workshop_order add column source_type text not null default '';
alter table workshop_order add column source_id bigint not null default 0;
alter table workshop_order add column source_number text not null default '';
create index workshop_order_of_source on workshop_order (store_id, source_type, source_id)
    where source_id <> 0;
