-- Used cars stand in the same stock as new ones (keys, places, counts, the lock of a deal) and are told apart. What a
-- used car is asked for is its own price, not that of a list.
alter table vehicles_car add column used bigint not null default 0 check (used in (0, 1));
alter table vehicles_car add column asking_price bigint check (asking_price > 0);
-- A model that only used cars have: it stands in no price list and on no offer.
alter table vehicles_model add column used_only bigint not null default 0 check (used_only in (0, 1));
