-- Which version of the list was gone through, and what was measured (thousandths of the item's unit).
alter table checklists_filled add column version_number bigint not null default 1;
alter table checklists_answer add column measured bigint;
create index checklists_filled_of_period on checklists_filled (store_id, filled_at);
