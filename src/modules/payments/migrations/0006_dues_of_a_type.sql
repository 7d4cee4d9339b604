-- The cashier looks at the dues of one desk in their order, at those of it that are open, and at what is overpaid: few
-- rows, or the first ones, among ten years of them.
create index payments_due_of_type on payments_due (store_id, object_type, set_at, id);
create index payments_due_open_of_type on payments_due (store_id, object_type, set_at, id) where amount > paid;
create index payments_due_overpaid on payments_due (store_id, set_at, id) where amount < paid;
